-- Everything that should happen. Rows stay when it has: what rang about a thing is part of its story.
create table watch_due (
  id uuid primary key,
  what text not null,
  about_kind text not null,
  about_id text not null,
  due timestamptz not null,
  involved text[] not null,
  expected_by text not null,
  expected_at timestamptz not null,
  state text not null check (state in ('OPEN', 'FULFILLED', 'CALLED_OFF')),
  -- How often it was extended: the ladder starts again each time.
  generation integer not null default 0,
  next_rung integer not null default 0,
  -- When the next rung is reached; null at the top of the ladder and when it is closed.
  next_ring timestamptz
);
create index watch_due_next on watch_due (next_ring) where state = 'OPEN';
create index watch_due_about on watch_due (about_kind, about_id);

create table watch_rung (
  due_id uuid not null references watch_due,
  rung integer not null,
  label text not null,
  after_seconds bigint not null check (after_seconds >= 0),
  hear text[] not null,
  primary key (due_id, rung)
);

-- What rang. The key is what makes ringing twice impossible.
create table watch_rang (
  due_id uuid not null references watch_due,
  generation integer not null,
  rung integer not null,
  label text not null,
  due timestamptz not null,
  heard text[] not null,
  at timestamptz not null,
  -- False while a listener refused the event; it is offered again until it is taken.
  published boolean not null,
  primary key (due_id, generation, rung)
);

-- The latest time that the server's clock has shown, to notice when it goes back. One row.
create table watch_clock (
  one boolean primary key check (one),
  latest timestamptz not null
);
