-- Whether the source lay open beside the item when it was decided: asked for where support is thin, and of one of several
-- items accepted faster than they can be read.
alter table item_decision add column source_read boolean not null default false;
