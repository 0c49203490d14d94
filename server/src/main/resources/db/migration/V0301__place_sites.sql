create table place_site (
  id text primary key,
  name_en text not null,
  name_zh_hant text not null,
  name_zh_hans text not null,
  address text not null
);

create table place_posting (
  person text not null,
  site text not null references place_site,
  primary key (person, site)
);

create table place_route (
  from_site text not null references place_site,
  to_site text not null references place_site,
  usual_seconds bigint not null check (usual_seconds > 0),
  primary key (from_site, to_site),
  check (from_site <> to_site)
);
