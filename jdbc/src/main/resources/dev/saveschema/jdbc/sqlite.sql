create table save_head (
  slot varchar(200) not null primary key,
  gen bigint not null,
  id varchar(40) not null
);
create table save_gen (
  slot varchar(200) not null,
  gen bigint not null,
  id varchar(40) not null,
  version int not null,
  kept varchar(20) not null,
  saved_at bigint not null,
  size bigint not null,
  body blob not null,
  primary key (slot, gen)
);
