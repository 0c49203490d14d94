-- Notices to persons. Contacts stand here only until the notices are done.
create table notice_batch (
    id bigint generated always as identity primary key,
    incident text not null,
    category text not null,
    language text not null check (language in ('EN', 'ZH_HANT', 'ZH_HANS')),
    channel text not null check (channel in ('EMAIL', 'LETTER')),
    state text not null default 'PLANNED' check (state in ('PLANNED', 'APPROVED', 'DONE')),
    notices int not null,
    -- The text as planned and approved, JSON; what is sent is this and nothing else.
    wording text not null,
    planner text not null,
    planned_at timestamptz not null,
    approver text,
    approved_at timestamptz,
    done_at timestamptz,
    digest text not null default '',
    check (approver is null or approver <> planner)
);
create index notice_batch_incident on notice_batch (incident, id);

create table notice_message (
    id bigint primary key,
    batch bigint not null references notice_batch (id),
    incident text not null,
    person text not null,
    channel text not null,
    state text not null default 'WAITING'
        check (state in ('WAITING', 'SENDING', 'ACCEPTED', 'PRINTED', 'REFUSED', 'BOUNCED', 'IN_DOUBT')),
    -- SHA-256 of the reference; the reference itself goes with the contact.
    reference_hash bytea not null unique,
    message_id text not null unique,
    reference text,
    name text,
    address text,
    tries int not null default 0,
    result text not null default '',
    -- SHA-256 of what was sent, or of the printed file.
    digest text not null default '',
    settled_at timestamptz,
    -- Nobody is written to twice: not by any code path, not by two servers, not after a crash.
    constraint notice_once unique (incident, person, channel)
);
create index notice_message_batch on notice_message (batch, id);

create sequence notice_message_ids increment by 1;

create table notice_enquiry (
    id bigint generated always as identity primary key,
    incident text not null,
    way text not null check (way in ('TELEPHONE', 'EMAIL', 'COUNTER', 'MEDIA')),
    at timestamptz not null,
    reference text not null,
    question text not null,
    answer text not null,
    by_whom text not null,
    answered_at timestamptz
);
create index notice_enquiry_incident on notice_enquiry (incident, id);
