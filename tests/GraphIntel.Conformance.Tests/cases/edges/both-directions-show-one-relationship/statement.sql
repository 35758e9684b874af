SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n1."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n1."$key"
    ) r2
  ), (
    SELECT json_group_array(json_array(q3.c0, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q3.c1
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q3.c2
    )), (
      SELECT json_array(n4."id") FROM "n_Place" n4 WHERE n4."$key" = q3.c1
    ), (
      SELECT json_array(n5."id") FROM "n_Place" n5 WHERE n5."$key" = q3.c2
    ))) FROM (
      SELECT n3."id" AS c0, r2."$src" AS c1, r2."$dst" AS c2 FROM (
        SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n1."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n1."$key"
      ) r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$node" ORDER BY n3."id" ASC, ('borders:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r2."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r2."$dst"
      )) ASC LIMIT ?3
    ) q3
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT count(*) FROM (
      SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n6."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n6."$key"
    ) r7 CROSS JOIN "n_Place" n8 ON n8."$key" = r7."$node" WHERE n8."id" = ?5
  ), (
    SELECT json_group_array(json_array(q8.c0, q8.c1, q8.c0, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q8.c2
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = q8.c3
    )), (
      SELECT json_array(n9."id") FROM "n_Place" n9 WHERE n9."$key" = q8.c2
    ))) FROM (
      SELECT n8."id" AS c0, ('borders:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r7."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r7."$dst"
      )) AS c1, r7."$src" AS c2, r7."$dst" AS c3 FROM (
        SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n6."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n6."$key"
      ) r7 CROSS JOIN "n_Place" n8 ON n8."$key" = r7."$node" WHERE n8."id" = ?5 ORDER BY n8."id" ASC, ('borders:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r7."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r7."$dst"
      )) ASC LIMIT ?7
    ) q8
  )) FROM "n_Place" n6 WHERE n6."id" = ?4
), (
  SELECT json_group_array(json_array(q10.c0)) FROM (
    SELECT n10."id" AS c0 FROM "n_Place" n10 WHERE EXISTS (
      SELECT 1 FROM (
        SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n10."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n10."$key"
      ) r11
    ) ORDER BY n10."id" ASC LIMIT ?9
  ) q10
), (
  SELECT json_group_array(json_array(q13.c0)) FROM (
    SELECT n13."id" AS c0 FROM "n_Place" n13 WHERE EXISTS (
      SELECT 1 FROM (
        SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n13."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n13."$key"
      ) r14 CROSS JOIN "n_Place" n15 ON n15."$key" = r14."$node" WHERE n15."kind" = ?10
    ) ORDER BY n13."id" ASC LIMIT ?12
  ) q13
), (
  SELECT json_group_array(json_array(q16.c0)) FROM (
    SELECT n16."id" AS c0 FROM "n_Place" n16 WHERE NOT EXISTS (
      SELECT 1 FROM (
        SELECT *, "$dst" AS "$node" FROM "r_BORDERS" WHERE "$src" = n16."$key" UNION ALL SELECT *, "$src" AS "$node" FROM "r_BORDERS" WHERE "$dst" = n16."$key"
      ) r17 CROSS JOIN "n_Place" n18 ON n18."$key" = r17."$node" WHERE n18."kind" IS NOT ?13
    ) AND n16."kind" IN (
      SELECT "value" FROM json_each(?14)
    ) ORDER BY n16."id" ASC LIMIT ?16
  ) q16
))
