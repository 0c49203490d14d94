create sequence custody_consignment_number;

create table custody_consignment (
    id         text        primary key,
    planned_by text        not null,
    planned_at timestamptz not null
);

-- What a person said of a case from outside and inside; the newest row counts.
create table custody_declaration (
    case_id      text        not null,
    declared_at  timestamptz not null,
    declared_by  text        not null,
    label        text,
    key_material text[]      not null,
    seq          bigint      generated always as identity primary key
);

create table custody_leg (
    consignment text        not null references custody_consignment,
    number      integer     not null check (number > 0),
    site_from   text        not null,
    site_to     text        not null check (site_to <> site_from),
    carrier     text        not null,
    due         timestamptz not null,
    state       text        not null,
    expectation text,             -- due time of the receipt, in watch
    inspection  text,             -- due time of an inspection, if a seal was wrong or a cartridge too many
    primary key (consignment, number),
    -- A release has its expectation from the same transaction on.
    check (state in ('PLANNED', 'CANCELLED') or expectation is not null)
);

create table custody_case (
    consignment text    not null references custody_consignment,
    case_id     text    not null,
    engaged     boolean not null, -- planned or under way with this consignment
    seal        text,             -- the seal it left with
    primary key (consignment, case_id)
);
-- A case is promised to one consignment at a time.
create unique index custody_case_engaged on custody_case (case_id) where engaged;

create table custody_cartridge (
    consignment text not null references custody_consignment,
    barcode     text not null,
    case_id     text not null,
    state       text not null,
    primary key (consignment, barcode)
);
-- No cartridge is on its way twice.
create unique index custody_cartridge_open on custody_cartridge (barcode) where state in ('TRAVELLING', 'MISSING');

create table custody_handover (
    id            uuid        primary key,
    consignment   text        not null,
    leg           integer     not null,
    kind          text        not null,
    by_person     text        not null,
    at            timestamptz not null, -- the server's clock
    client_at     timestamptz,          -- the device's, a claim
    place         text        not null,
    shown         text        not null, -- canonical: what was on the screen; empty for a count
    statement     text        not null, -- canonical: what was signed
    digest        text        not null, -- of the statement
    signature_key uuid,
    signature     bytea,
    entry         uuid        not null,
    seq           bigint      generated always as identity,
    foreign key (consignment, leg) references custody_leg
);
-- One release and one taking a leg; a leg may be counted several times.
create unique index custody_handover_once on custody_handover (consignment, leg, kind) where kind <> 'RECEIVE';

create table custody_seal_read (
    handover uuid not null references custody_handover,
    case_id  text not null,
    seal     text not null,
    primary key (handover, case_id)
);

-- The public halves of Ed25519 keys on people's devices.
create table custody_device (
    id          uuid        primary key,
    person      text        not null,
    name        text        not null,
    public_key  bytea       not null unique check (length(public_key) = 32),
    enrolled_at timestamptz not null,
    revoked_at  timestamptz
);

-- How soon manager and head hear of a missing receipt on a route; without a row 15 and 30 minutes.
create table custody_ladder (
    site_from     text    not null,
    site_to       text    not null,
    manager_after integer not null check (manager_after > 0), -- minutes after the due time
    head_after    integer not null check (head_after > manager_after),
    primary key (site_from, site_to)
);
