-- Everybody who works with Holdfast. Rows are never deleted: an id in the record must keep its face.
create table access_person (
  id text primary key,
  name text not null,
  post text not null,
  email text not null,
  phone text not null,
  language text not null,
  active boolean not null,
  enrolled_at timestamptz not null,
  -- Argon2id with its parameters; null until the person has set one.
  password text,
  -- Grows with every change of roles, password or standing: older sessions end.
  stamp integer not null default 0
);

create table access_role (
  person text not null references access_person,
  role text not null,
  primary key (person, role)
);

create table access_invitation (
  -- SHA-256 of the token: whoever reads the table cannot use it.
  hash bytea primary key,
  person text not null references access_person,
  issued_at timestamptz not null,
  used_at timestamptz
);

create table access_recovery (
  id uuid primary key,
  person text not null references access_person,
  reason text not null,
  asked_by text not null references access_person,
  asked_at timestamptz not null,
  granted_by text references access_person,
  granted_at timestamptz,
  check (granted_by <> asked_by)
);

create table access_api_token (
  hash bytea primary key,
  person text not null references access_person,
  label text not null,
  issued_at timestamptz not null,
  revoked_at timestamptz
);

-- Passkeys, in the tables that Spring Security's repositories read and write.
create table user_entities (
  id varchar(1000) primary key,
  name varchar(100) not null unique,
  display_name varchar(200)
);

create table user_credentials (
  credential_id varchar(1000) primary key,
  user_entity_user_id varchar(1000) not null,
  public_key bytea not null,
  signature_count bigint,
  uv_initialized boolean,
  backup_eligible boolean not null,
  authenticator_transports varchar(1000),
  public_key_credential_type varchar(100),
  backup_state boolean not null,
  attestation_object bytea,
  attestation_client_data_json bytea,
  created timestamp,
  last_used timestamp,
  label varchar(1000) not null
);
create index user_credentials_by_user on user_credentials (user_entity_user_id);
