create table save_head (
  slot varchar(200) character set utf8mb4 collate utf8mb4_nopad_bin not null primary key,
  gen bigint not null,
  id varchar(40) not null
) engine = InnoDB;
create table save_gen (
  slot varchar(200) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  gen bigint not null,
  id varchar(40) not null,
  version int not null,
  kept varchar(20) not null,
  saved_at bigint not null,
  size bigint not null,
  body longblob not null,
  primary key (slot, gen)
) engine = InnoDB;
