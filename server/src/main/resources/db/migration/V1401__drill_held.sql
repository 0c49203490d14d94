-- Drills that somebody recorded here. A drill runs on a scratch system: these figures are what its drill.json said.
create table drill_held (
    sha256       text primary key,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    scenario     text not null,
    cartridges   int not null,
    persons      bigint not null,
    recounted    bigint not null,
    to_head      bigint not null,
    identical    boolean not null,
    verified     boolean not null,
    seconds      double precision not null,
    entry        uuid not null
);
