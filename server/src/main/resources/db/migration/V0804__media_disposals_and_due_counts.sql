-- Who asked that a cartridge be disposed of, and who then did it: never one person alone.
alter table media_cartridge
    add column disposal_reason   text,
    add column disposal_asked_by text,
    add column disposal_asked_at timestamptz,
    add column disposed_by       text,
    add check ((disposal_asked_by is null) = (disposal_reason is null)
        and (disposal_asked_by is null) = (disposal_asked_at is null)),
    add check (state <> 'DISPOSED'
        or (disposal_asked_by is not null and disposed_by is not null and disposed_by <> disposal_asked_by));

-- How often a site is counted.
create table media_count_rhythm (
    site   text primary key,
    days   int not null check (days > 0),
    -- From when the first count is reckoned; later ones from the count before.
    since  timestamptz not null,
    -- What rings if the next count is not given.
    watch  uuid not null
);
