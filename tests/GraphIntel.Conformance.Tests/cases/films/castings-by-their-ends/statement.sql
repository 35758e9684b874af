SELECT json_array((
  SELECT count(*) FROM "r_ACTED_IN" r1 WHERE EXISTS (
    SELECT 1 FROM "n_Person" n2 WHERE n2."$key" = r1."$src" AND n2."alive" = ?1
  ) AND EXISTS (
    SELECT 1 FROM "n_Film" n3 WHERE n3."$key" = r1."$dst" AND n3."genre" = ?2
  )
), (
  SELECT json_group_array(json_array(CASE WHEN json_valid(q1.c0) THEN json(q1.c0) ELSE q1.c0 END, q1.c1, (
    SELECT json_array(n6."name") FROM "n_Person" n6 WHERE n6."$key" = q1.c2
  ), (
    SELECT json_array(n7."title", n7."year") FROM "n_Film" n7 WHERE n7."$key" = q1.c3
  ))) FROM (
    SELECT r1."roles" AS c0, r1."hired" AS c1, r1."$src" AS c2, r1."$dst" AS c3 FROM "r_ACTED_IN" r1 WHERE EXISTS (
      SELECT 1 FROM "n_Person" n2 WHERE n2."$key" = r1."$src" AND n2."alive" = ?1
    ) AND EXISTS (
      SELECT 1 FROM "n_Film" n3 WHERE n3."$key" = r1."$dst" AND n3."genre" = ?2
    ) ORDER BY (
      SELECT n4."year" FROM "n_Film" n4 WHERE n4."$key" = r1."$dst"
    ) DESC, (
      SELECT n5."name" FROM "n_Person" n5 WHERE n5."$key" = r1."$src"
    ) ASC, r1."id" ASC LIMIT ?4
  ) q1
), (
  SELECT json_group_array(json_array(q8.c0, q8.c1)) FROM (
    SELECT r8."id" AS c0, r8."released" AS c1 FROM "r_ACTED_IN" r8 WHERE (r8."hired" IS NULL OR r8."hired" <= ?5) AND (r8."released" IS NULL OR r8."released" > ?5) ORDER BY r8."id" ASC LIMIT ?7
  ) q8
), CASE substr(?8, 1, instr(?8, ':')) WHEN 'casting:' THEN (
  SELECT json_array(0, CASE WHEN json_valid(r9."roles") THEN json(r9."roles") ELSE r9."roles" END, (
    SELECT json_array(n10."name") FROM "n_Person" n10 WHERE n10."$key" = r9."$src"
  )) FROM "r_ACTED_IN" r9 WHERE r9."id" = ?8
) END)
