-- Who writes a reflection may name the competency it is about, as a colleague who gives feedback may.
alter table evidence
    drop constraint evidence_check9,
    add constraint competency_where_it_belongs check (
        case
            when kind = 'ASSERTION' then competency is not null
            when kind in ('FEEDBACK', 'REFLECTION') then true
            else competency is null
        end);
