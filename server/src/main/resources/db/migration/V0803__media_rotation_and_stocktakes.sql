create table media_schedule (
    id                uuid primary key,
    name              text not null unique,
    from_site         text not null,
    to_site           text not null,
    zone              text not null,
    at_time           time not null,
    weekly            text not null,
    keep_sons         int  not null,
    keep_fathers      int  not null,
    keep_grandfathers int  not null,
    within_seconds    bigint not null,
    -- Every transfer that fell due up to here was raised.
    raised_until      timestamptz not null
);

create table media_transfer (
    id          uuid primary key,
    schedule    uuid not null references media_schedule (id),
    generation  text not null,
    due         timestamptz not null,
    keep_until  timestamptz not null,
    watch       uuid not null,
    consignment text
);
create index media_transfer_due on media_transfer (due) where consignment is null;

create table media_stocktake (
    id         uuid primary key,
    site       text not null,
    counter    text not null,
    begun_at   timestamptz not null,
    -- Empty until the count is given; only then is anything compared.
    counted_at timestamptz,
    counted    int
);

create table media_finding (
    id         uuid primary key,
    stocktake  uuid not null references media_stocktake (id),
    kind       text not null,
    subject    text not null,
    what       text not null,
    -- What rings until it is explained.
    watch      uuid not null,
    settled_by text,
    settlement text
);
create index media_finding_open on media_finding (stocktake) where settled_by is null;
