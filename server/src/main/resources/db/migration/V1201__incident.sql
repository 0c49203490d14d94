-- The incident file.
create table incident_file (
    id text primary key,
    year int not null,
    number int not null,
    title text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    how text not null,
    about text not null,
    stage text not null check (stage in ('SUSPECTED', 'CONFIRMED', 'FOUND', 'RESOLVED')),
    unique (year, number)
);
-- One open file for one thing, however often an alarm rings about it.
create unique index incident_file_about on incident_file (about) where stage <> 'RESOLVED';

create table incident_cartridge (
    incident text not null references incident_file (id),
    barcode text not null,
    fate text not null check (fate in ('MISSING', 'LOST', 'FOUND')),
    primary key (incident, barcode)
);

-- Every setting of every mark; the last one counts.
create table incident_mark (
    id bigint generated always as identity primary key,
    incident text not null references incident_file (id),
    mark text not null,
    at timestamptz not null,
    basis text not null,
    setter text not null,
    set_at timestamptz not null,
    entry uuid not null
);

create table incident_contact (
    id bigint generated always as identity primary key,
    incident text not null references incident_file (id),
    party text not null,
    outside boolean not null,
    rule text not null,
    channel text not null,
    at timestamptz not null,
    said text not null,
    reference text not null,
    by_whom text not null
);

create table incident_judgement (
    incident text not null references incident_file (id),
    condition text not null,
    holds boolean not null,
    reason text not null,
    by_whom text not null,
    at timestamptz not null,
    primary key (incident, condition)
);

create table incident_waiver (
    incident text not null references incident_file (id),
    rule text not null,
    reason text not null,
    by_whom text not null,
    at timestamptz not null,
    primary key (incident, rule)
);

-- The due times in watch that stand for clocks.
create table incident_due (
    incident text not null references incident_file (id),
    rule text not null,
    due timestamptz not null,
    expectation uuid not null,
    primary key (incident, rule)
);

create table incident_answer (
    incident text not null references incident_file (id),
    field text not null,
    answer text not null,
    by_whom text not null,
    at timestamptz not null,
    primary key (incident, field)
);

create table incident_assessment (
    id bigint generated always as identity primary key,
    incident text not null references incident_file (id),
    counted_at timestamptz not null,
    content text not null,
    evidence text not null,
    signed_by text,
    signed_at timestamptz,
    expires_at timestamptz,
    lapsed text not null default ''
);

create table incident_report (
    incident text not null references incident_file (id),
    form text not null,
    version int not null,
    status text not null check (status in ('DRAFTED', 'READY', 'APPROVED', 'SENT', 'ACKNOWLEDGED')),
    drafted_at timestamptz not null,
    author text not null,
    approver text,
    sent_at timestamptz,
    channel text not null default '',
    receipt text not null default '',
    open_fields text not null,
    pdf text not null,
    json text not null,
    primary key (incident, form, version),
    check (approver is null or approver <> author)
);

create table incident_statement (
    incident text not null references incident_file (id),
    language text not null,
    text text not null,
    drafted_at timestamptz not null,
    author text not null,
    approver text,
    approved_at timestamptz,
    primary key (incident, language)
);

create table incident_finding (
    id bigint generated always as identity primary key,
    incident text not null references incident_file (id),
    text text not null,
    evidence text not null,
    by_whom text not null,
    at timestamptz not null
);

create table incident_action (
    id bigint generated always as identity primary key,
    incident text not null references incident_file (id),
    what text not null,
    owner text not null,
    due timestamptz not null,
    set_by text not null,
    done_at timestamptz,
    result text not null default ''
);

create table incident_note (
    id bigint generated always as identity primary key,
    incident text not null references incident_file (id),
    text text not null,
    by_whom text not null,
    at timestamptz not null
);

-- The office's own particulars, asked for once.
create table incident_profile (
    field text primary key,
    value text not null
);
