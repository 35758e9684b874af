SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w5_0(n, d) AS (
        SELECT n1."$key", 0
      ), w5_1(n, d) AS (
        SELECT r2."$dst", w5_0.d + 1 FROM w5_0 CROSS JOIN "r_ACTED_IN" r2 ON r2."$src" = w5_0.n
      ), w5_2(n, d) AS (
        SELECT n, min(d) FROM w5_1 GROUP BY n
      ), w5_3(n, d) AS (
        SELECT r3."$src", w5_2.d + 1 FROM w5_2 CROSS JOIN "r_ACTED_IN" r3 ON r3."$dst" = w5_2.n
      ), w5_4(n, d) AS (
        SELECT n, min(d) FROM w5_3 GROUP BY n
      ) SELECT n, d FROM w5_4 WHERE n <> n1."$key"
    ) w5
  ), (
    SELECT json_group_array(json_array(q4.c0, q4.c1)) FROM (
      SELECT w5.d AS c0, n4."name" AS c1 FROM (
        WITH RECURSIVE w5_0(n, d) AS (
          SELECT n1."$key", 0
        ), w5_1(n, d) AS (
          SELECT r2."$dst", w5_0.d + 1 FROM w5_0 CROSS JOIN "r_ACTED_IN" r2 ON r2."$src" = w5_0.n
        ), w5_2(n, d) AS (
          SELECT n, min(d) FROM w5_1 GROUP BY n
        ), w5_3(n, d) AS (
          SELECT r3."$src", w5_2.d + 1 FROM w5_2 CROSS JOIN "r_ACTED_IN" r3 ON r3."$dst" = w5_2.n
        ), w5_4(n, d) AS (
          SELECT n, min(d) FROM w5_3 GROUP BY n
        ) SELECT n, d FROM w5_4 WHERE n <> n1."$key"
      ) w5 CROSS JOIN "n_Person" n4 ON n4."$key" = w5.n ORDER BY w5.d ASC, n4."id" ASC LIMIT ?3
    ) q4
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w9_0(n, d) AS (
        SELECT n1."$key", 0
      ), w9_1(n, d) AS (
        SELECT r6."$dst", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_ACTED_IN" r6 ON r6."$src" = w9_0.n WHERE (r6."hired" IS NULL OR r6."hired" <= ?4) AND (r6."released" IS NULL OR r6."released" > ?4)
      ), w9_2(n, d) AS (
        SELECT n, min(d) FROM w9_1 GROUP BY n
      ), w9_3(n, d) AS (
        SELECT r7."$src", w9_2.d + 1 FROM w9_2 CROSS JOIN "r_ACTED_IN" r7 ON r7."$dst" = w9_2.n WHERE (r7."hired" IS NULL OR r7."hired" <= ?4) AND (r7."released" IS NULL OR r7."released" > ?4)
      ), w9_4(n, d) AS (
        SELECT n, min(d) FROM w9_3 GROUP BY n
      ) SELECT n, d FROM w9_4 WHERE n <> n1."$key"
    ) w9
  ), (
    SELECT json_group_array(json_array(q12.c0)) FROM (
      SELECT n12."id" AS c0 FROM (
        WITH RECURSIVE w13_0(n, d) AS (
          SELECT n1."$key", 0
        ), w13_1(n, d) AS (
          SELECT r10."$dst", w13_0.d + 1 FROM w13_0 CROSS JOIN "r_ACTED_IN" r10 ON r10."$src" = w13_0.n WHERE (r10."hired" IS NULL OR r10."hired" <= ?7) AND (r10."released" IS NULL OR r10."released" > ?7)
        ), w13_2(n, d) AS (
          SELECT n, min(d) FROM w13_1 GROUP BY n
        ), w13_3(n, d) AS (
          SELECT r11."$src", w13_2.d + 1 FROM w13_2 CROSS JOIN "r_ACTED_IN" r11 ON r11."$dst" = w13_2.n WHERE (r11."hired" IS NULL OR r11."hired" <= ?7) AND (r11."released" IS NULL OR r11."released" > ?7)
        ), w13_4(n, d) AS (
          SELECT n, min(d) FROM w13_3 GROUP BY n
        ) SELECT n, d FROM w13_4 WHERE n <> n1."$key"
      ) w13 CROSS JOIN "n_Person" n12 ON n12."$key" = w13.n ORDER BY w13.d ASC, n12."id" ASC LIMIT ?9
    ) q12
  )) FROM "n_Person" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT count(*) FROM (
      WITH RECURSIVE w18_0(n, d) AS (
        SELECT n14."$key", 0
      ), w18_1(n, d) AS (
        SELECT r15."$dst", w18_0.d + 1 FROM w18_0 CROSS JOIN "r_ACTED_IN" r15 ON r15."$src" = w18_0.n
      ), w18_2(n, d) AS (
        SELECT n, min(d) FROM w18_1 GROUP BY n
      ), w18_3(n, d) AS (
        SELECT r16."$src", w18_2.d + 1 FROM w18_2 CROSS JOIN "r_ACTED_IN" r16 ON r16."$dst" = w18_2.n
      ), w18_4(n, d) AS (
        SELECT n, min(d) FROM w18_3 GROUP BY n
      ) SELECT n, d FROM w18_4 WHERE n <> n14."$key"
    ) w18
  ), (
    SELECT json_group_array(json_array(q17.c0)) FROM (
      SELECT n17."id" AS c0 FROM (
        WITH RECURSIVE w18_0(n, d) AS (
          SELECT n14."$key", 0
        ), w18_1(n, d) AS (
          SELECT r15."$dst", w18_0.d + 1 FROM w18_0 CROSS JOIN "r_ACTED_IN" r15 ON r15."$src" = w18_0.n
        ), w18_2(n, d) AS (
          SELECT n, min(d) FROM w18_1 GROUP BY n
        ), w18_3(n, d) AS (
          SELECT r16."$src", w18_2.d + 1 FROM w18_2 CROSS JOIN "r_ACTED_IN" r16 ON r16."$dst" = w18_2.n
        ), w18_4(n, d) AS (
          SELECT n, min(d) FROM w18_3 GROUP BY n
        ) SELECT n, d FROM w18_4 WHERE n <> n14."$key"
      ) w18 CROSS JOIN "n_Person" n17 ON n17."$key" = w18.n ORDER BY w18.d ASC, n17."id" ASC LIMIT ?12
    ) q17
  )) FROM "n_Person" n14 WHERE n14."id" = ?10
), (
  SELECT json_group_array(json_array(q19.c0)) FROM (
    SELECT n19."id" AS c0 FROM "n_Person" n19 WHERE EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w23_0(n, d) AS (
          SELECT n19."$key", 0
        ), w23_1(n, d) AS (
          SELECT r20."$dst", w23_0.d + 1 FROM w23_0 CROSS JOIN "r_ACTED_IN" r20 ON r20."$src" = w23_0.n
        ), w23_2(n, d) AS (
          SELECT n, min(d) FROM w23_1 GROUP BY n
        ), w23_3(n, d) AS (
          SELECT r21."$src", w23_2.d + 1 FROM w23_2 CROSS JOIN "r_ACTED_IN" r21 ON r21."$dst" = w23_2.n
        ), w23_4(n, d) AS (
          SELECT n, min(d) FROM w23_3 GROUP BY n
        ) SELECT n, d FROM w23_4 WHERE n <> n19."$key"
      ) w23 CROSS JOIN "n_Person" n22 ON n22."$key" = w23.n WHERE substr(n22."name", 1, length(?13)) = ?13
    ) ORDER BY n19."id" ASC LIMIT ?15
  ) q19
))
