SELECT json_array((
  SELECT json_array((
    SELECT json_array(n3."title", (
      SELECT json_array(n5."title", (
        SELECT json_array(n7."title") FROM "r_SEQUEL_OF" r6 CROSS JOIN "n_Film" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = r4."$dst"
      ), (
        SELECT json_group_array(json_array(q9.c0)) FROM (
          SELECT n9."id" AS c0 FROM "r_SEQUEL_OF" r8 CROSS JOIN "n_Film" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = r4."$dst" ORDER BY n9."id" ASC LIMIT ?3
        ) q9
      )) FROM "r_SEQUEL_OF" r4 CROSS JOIN "n_Film" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = r2."$dst"
    )) FROM "r_SEQUEL_OF" r2 CROSS JOIN "n_Film" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key"
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w12_0(n, d) AS (
        SELECT n1."$key", 0
      ), w12_1(n, d) AS (
        SELECT c."$anc", w12_0.d + c."$depth" FROM w12_0 CROSS JOIN "c_SEQUEL_OF" c ON c."$dsc" = w12_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w12_1 WHERE n <> n1."$key"
    ) w12
  ), (
    SELECT json_group_array(json_array(q11.c0, q11.c1, q11.c2)) FROM (
      SELECT w12.d AS c0, n11."id" AS c1, n11."year" AS c2 FROM (
        WITH RECURSIVE w12_0(n, d) AS (
          SELECT n1."$key", 0
        ), w12_1(n, d) AS (
          SELECT c."$anc", w12_0.d + c."$depth" FROM w12_0 CROSS JOIN "c_SEQUEL_OF" c ON c."$dsc" = w12_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w12_1 WHERE n <> n1."$key"
      ) w12 CROSS JOIN "n_Film" n11 ON n11."$key" = w12.n ORDER BY w12.d ASC, n11."id" ASC LIMIT ?5
    ) q11
  ), (
    SELECT json_group_array(json_array(q14.c0)) FROM (
      SELECT n14."id" AS c0 FROM (
        WITH RECURSIVE w15_0(n, d) AS (
          SELECT n1."$key", 0
        ), w15_1(n, d) AS (
          SELECT c."$anc", w15_0.d + c."$depth" FROM w15_0 CROSS JOIN "c_SEQUEL_OF" c ON c."$dsc" = w15_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w15_1 WHERE n <> n1."$key"
      ) w15 CROSS JOIN "n_Film" n14 ON n14."$key" = w15.n WHERE n14."year" < ?6 ORDER BY w15.d ASC, n14."id" ASC LIMIT ?8
    ) q14
  )) FROM "n_Film" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_array(n18."id") FROM "r_SEQUEL_OF" r17 CROSS JOIN "n_Film" n18 ON n18."$key" = r17."$dst" WHERE r17."$src" = n16."$key"
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w21_0(n, d) AS (
        SELECT n16."$key", 0
      ), w21_1(n, d) AS (
        SELECT c."$anc", w21_0.d + c."$depth" FROM w21_0 CROSS JOIN "c_SEQUEL_OF" c ON c."$dsc" = w21_0.n AND c."$depth" BETWEEN 1 AND 32
      ) SELECT n, d FROM w21_1 WHERE n <> n16."$key"
    ) w21
  ), (
    SELECT json_group_array(json_array(('sequelOf:' || (
      SELECT "id" FROM "n_Film" WHERE "$key" = q23.c0
    ) || '>' || (
      SELECT "id" FROM "n_Film" WHERE "$key" = q23.c1
    )), (
      SELECT json_array(n24."id") FROM "n_Film" n24 WHERE n24."$key" = q23.c0
    ), (
      SELECT json_array(n25."id") FROM "n_Film" n25 WHERE n25."$key" = q23.c1
    ), q23.c2)) FROM (
      SELECT r22."$src" AS c0, r22."$dst" AS c1, n23."title" AS c2 FROM "r_SEQUEL_OF" r22 CROSS JOIN "n_Film" n23 ON n23."$key" = r22."$src" WHERE r22."$dst" = n16."$key" ORDER BY n23."id" ASC LIMIT ?13
    ) q23
  )) FROM "n_Film" n16 WHERE n16."id" = ?9
))
