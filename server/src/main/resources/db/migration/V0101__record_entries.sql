-- One row an act, inserted in the transaction of the act. The bytes are what the ledger holds, to the byte.
create table record_entry (
    id    uuid primary key,
    seq   bigint generated always as identity,
    -- The index in the ledger, given by the integrator; the tiles are the truth of it.
    idx   bigint unique,
    at    timestamptz not null,
    bytes bytea not null
);
create index record_entry_pending on record_entry (seq) where idx is null;

-- What an entry is about: kind:id.
create table record_about (
    ref   text not null,
    entry uuid not null references record_entry (id),
    primary key (ref, entry)
);
create index record_about_entry on record_about (entry);

-- Those who cosign the checkpoints, and how far each has.
create table record_witness (
    name    text primary key,
    url     text not null,
    vkey    text not null,
    size    bigint not null default 0,
    trouble text not null default ''
);

-- A guard against our own mistakes (an administrator of the machine can switch it off; the tiles tell).
create function record_entry_is_for_ever() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.idx is null and new.id = old.id and new.seq = old.seq and new.at = old.at
        and new.bytes = old.bytes then
        return new;
    end if;
    raise exception 'an entry of the record can neither be changed nor deleted';
end $$;
create trigger record_entry_is_for_ever before update or delete on record_entry
    for each row execute function record_entry_is_for_ever();
