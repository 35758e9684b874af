SELECT json_array((
  SELECT json_array(n1."title", n1."title", n1."year", n1."genre", CASE WHEN n1."shotAt$lat" IS NULL THEN NULL ELSE json_array(n1."shotAt$lat", n1."shotAt$lon") END, (
    SELECT count(*) FROM "r_ACTED_IN" r2 WHERE r2."$dst" = n1."$key" AND (r2."hired" IS NULL OR r2."hired" <= ?2) AND (r2."released" IS NULL OR r2."released" > ?2)
  ), (
    SELECT json_group_array(json_array(json(q3.c0), q3.c1, q3.c2, q3.c3, q3.c4, q3.c5, q3.c6, q3.c7, (
      SELECT json_array(n4."name") FROM "n_Person" n4 WHERE n4."$key" = q3.c8
    ), (
      SELECT json_array(n5."title") FROM "n_Film" n5 WHERE n5."$key" = q3.c9
    ))) FROM (
      SELECT r2."roles" AS c0, r2."hired" AS c1, r2."released" AS c2, n3."name" AS c3, n3."born" AS c4, n3."alive" AS c5, n3."height" AS c6, r2."id" AS c7, r2."$src" AS c8, r2."$dst" AS c9 FROM "r_ACTED_IN" r2 CROSS JOIN "n_Person" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (r2."hired" IS NULL OR r2."hired" <= ?2) AND (r2."released" IS NULL OR r2."released" > ?2) ORDER BY n3."name" ASC, n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  ), (
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM "r_ACTED_IN" r6 CROSS JOIN "n_Person" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND (r6."hired" IS NULL OR r6."hired" <= ?5) AND (r6."released" IS NULL OR r6."released" > ?5) ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?7
    ) q7
  ), (
    SELECT count(*) FROM "r_ACTED_IN" r8 WHERE r8."$dst" = n1."$key" AND (r8."hired" IS NULL OR r8."hired" <= ?8) AND (r8."released" IS NULL OR r8."released" > ?8)
  )) FROM "n_Film" n1 WHERE n1."id" = ?1
))
