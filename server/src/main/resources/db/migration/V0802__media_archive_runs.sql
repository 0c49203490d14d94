create table media_run (
    id          uuid primary key,
    set_name    text not null unique,
    vault       text not null,
    snapshot    text not null,
    started_at  timestamptz not null,
    -- Empty while it runs, and for ever if it was interrupted.
    finished_at timestamptz,
    objects     bigint not null,
    bytes       bigint not null,
    by_actor    text not null
);

create table media_run_cartridge (
    run     uuid not null references media_run (id),
    barcode text not null references media_cartridge (barcode),
    number  int  not null,
    primary key (run, barcode)
);

-- What may lie on each cartridge now. Rows of a run are added before its writing begins, and those of earlier runs
-- taken away when it has finished: after an interruption nothing is counted too little.
create table media_on (
    barcode text not null references media_cartridge (barcode),
    run     uuid not null references media_run (id),
    object  text not null,
    data    boolean not null,
    bytes   bigint not null,
    primary key (barcode, run, object)
);
