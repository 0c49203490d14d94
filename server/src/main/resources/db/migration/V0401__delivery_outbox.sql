-- What people of the office were told, and what still waits to be sent.
create table delivery_outbox (
    id bigint generated always as identity primary key,
    told text not null,
    subject text not null,
    body text not null,
    about text not null,
    at timestamptz not null,
    state text not null check (state in ('WAITING', 'SENT', 'NOT_SENT')),
    tries int not null default 0,
    next_try timestamptz not null,
    sent_at timestamptz,
    result text not null default ''
);
create index delivery_outbox_waiting on delivery_outbox (next_try) where state = 'WAITING';
create index delivery_outbox_about on delivery_outbox (about);
create index delivery_outbox_told on delivery_outbox (told, id);

-- The mail server, one row at most. Its password lies in the data folder's secrets, never here.
create table delivery_route (
    one boolean primary key default true check (one),
    host text not null,
    port int not null,
    security text not null,
    login text,
    sender text not null
);
