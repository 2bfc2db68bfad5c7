-- A sequence moves before its transaction commits: what is worked out in between would be taken for what comes after.
alter table trend_told_until add column times bigint not null default 1;
drop sequence trend_told_version;
