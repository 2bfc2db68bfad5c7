-- Rises whenever something new was told of groups: what was worked out from it is then worked out anew.
create sequence trend_told_version;
grant usage, select on sequence trend_told_version to trellis_app;
