-- Other sites that keep copies of the vault. The token lies in a file of the data folder, not here.
create table vaulting_remote (
    site text primary key,
    url  text not null
);

-- Objects that a site was seen to hold, byte for byte: hashed there, from its disk, and here.
create table vaulting_copied (
    site   text not null,
    name   text not null,
    sha256 text not null,
    primary key (site, name)
);

create table vaulting_copy (
    id       bigint generated always as identity primary key,
    site     text not null,
    at       timestamptz not null,
    by_actor text not null,
    objects  bigint not null,
    bytes    bigint not null,
    present  bigint not null,
    verified bigint not null,
    digest   text not null
);
