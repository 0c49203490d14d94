-- Grave roles that one administrator gave and nobody has confirmed yet. They give no right before that.
create table access_proposed_role (
  person text not null references access_person,
  role text not null,
  proposed_by text not null references access_person,
  proposed_at timestamptz not null,
  primary key (person, role)
);
