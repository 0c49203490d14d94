-- Versions of the rules of transit. A row is never changed, except that a proposal is approved once.
create table procedure_version (
    number      integer     primary key check (number > 0),
    title       text        not null,
    reason      text        not null,
    rules       text        not null, -- one rule a line: id and its parameters
    proposed_by text        not null,
    proposed_at timestamptz not null,
    approved_by text,
    since       timestamptz,
    check ((approved_by is null) = (since is null)),
    check (approved_by <> proposed_by)
);

-- Guidelines for everybody who carries media; the highest number is in force.
create table procedure_guideline (
    number    integer     primary key check (number > 0),
    issued_by text        not null,
    issued_at timestamptz not null
);

create table procedure_guideline_text (
    guideline integer not null references procedure_guideline,
    language  text    not null,
    title     text    not null,
    body      text    not null,
    primary key (guideline, language)
);

create table procedure_acknowledgement (
    guideline integer     not null references procedure_guideline,
    person    text        not null,
    language  text        not null,
    at        timestamptz not null,
    primary key (guideline, person)
);
