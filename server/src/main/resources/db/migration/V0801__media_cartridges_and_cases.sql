create table media_box (
    id          text primary key,
    description text not null,
    lock        text not null,
    slots       int  not null check (slots > 0),
    site        text,
    -- With what it travels, or was lost: kind:id.
    consignment text,
    seal        text unique,
    lost        boolean not null default false,
    check (not lost or site is null),
    check (site is not null or consignment is not null)
);

-- Every seal that ever closed a case: none is used twice.
create table media_seal (
    seal text primary key,
    box  text not null references media_box (id),
    at   timestamptz not null
);

create table media_cartridge (
    barcode        text primary key,
    make           text not null,
    model          text not null,
    serial         text not null,
    classification text not null,
    -- As its owner declared it, if other software wrote it.
    foreign_software   text,
    foreign_contents   text,
    foreign_encryption text,
    foreign_at_most    bigint,
    set_name       text,
    state          text not null check (state in ('AT_SITE', 'IN_CASE', 'IN_TRANSIT', 'LOST', 'FOUND', 'DISPOSED')),
    site           text,
    box            text references media_box (id),
    -- With what it travels, or why it counts as lost: kind:id.
    because        text,
    since          timestamptz not null,
    certificate    text,
    legal_hold     text,
    proven_by      text not null,
    proven_where   text not null,
    proven_at      timestamptz not null,
    proven_entry   uuid not null,
    check (state not in ('AT_SITE', 'FOUND') or (site is not null and box is null)),
    check (state <> 'IN_CASE' or (box is not null and site is not null)),
    check (state <> 'IN_TRANSIT' or (box is not null and because is not null)),
    check (state <> 'LOST' or because is not null),
    check (state <> 'DISPOSED' or (certificate is not null and legal_hold is null))
);
create index media_cartridge_box on media_cartridge (box) where box is not null;
create index media_cartridge_site on media_cartridge (site) where site is not null;
create index media_cartridge_set on media_cartridge (set_name) where set_name is not null;
