-- What each key should be in every store. The keys themselves lie in the stores, never here.
create table keys_wanted (
    barcode text primary key,
    state   text        not null check (state in ('ACTIVE', 'QUARANTINED', 'DESTROYED')),
    since   timestamptz not null,
    -- Whether every store has answered that it is so.
    settled boolean     not null default false
);
create index keys_wanted_open on keys_wanted (barcode) where not settled;

-- A destroyed key stays destroyed, whatever a program does.
create function keys_destroyed_is_for_ever() returns trigger language plpgsql as $$
begin
    if old.state = 'DESTROYED' and new.state <> 'DESTROYED' then
        raise exception 'the key of % was destroyed', old.barcode;
    end if;
    return new;
end $$;
create trigger keys_destroyed_is_for_ever before update on keys_wanted
    for each row execute function keys_destroyed_is_for_ever();

-- What one key holder asked, until another grants it.
create table keys_request (
    id         uuid primary key,
    kind       text        not null check (kind in ('RELEASE', 'DESTRUCTION')),
    barcodes   text[]      not null,
    reason     text        not null,
    asker      text        not null,
    asked_at   timestamptz not null,
    granter    text check (granter <> asker),
    granted_at timestamptz
);
