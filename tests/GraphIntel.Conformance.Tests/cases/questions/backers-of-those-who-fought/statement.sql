SELECT json_array((
  SELECT json_array(n1."name", (
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT n3."name" AS c0, n3."kind" AS c1 FROM (
        WITH RECURSIVE w4_0(n, d) AS (
          SELECT n1."$key", 0
        ), w4_1(n, d) AS (
          SELECT c."$anc", w4_0.d + c."$depth" FROM w4_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w4_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w4_1 WHERE n <> n1."$key"
      ) w4 CROSS JOIN "n_Place" n3 ON n3."$key" = w4.n ORDER BY w4.d ASC, n3."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w9_0(n, d) AS (
        SELECT n1."$key", 0
      ), w9_1(n, d) AS (
        SELECT n, d FROM w9_0 UNION ALL SELECT r5."$src", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_LIES_IN" r5 ON r5."$dst" = w9_0.n
      ), w9_2(n, d) AS (
        SELECT c."$dsc", w9_1.d + c."$depth" FROM w9_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w9_1.n AND c."$depth" BETWEEN 0 AND 32
      ), w9_3(n, d) AS (
        SELECT n, min(d) FROM w9_2 GROUP BY n
      ), w9_4(n, d) AS (
        SELECT r7."$src", w9_3.d + 1 FROM w9_3 CROSS JOIN "r_OCCURRED_AT" r7 ON r7."$dst" = w9_3.n
      ) SELECT n, d FROM w9_4
    ) w9
  ), (
    SELECT json_group_array(json_array(q8.c0, q8.c1, q8.c2, (
      SELECT json_group_array(json_array(q11.c0, q11.c1, (
        SELECT json_group_array(json_array(CASE WHEN json_valid(q13.c0) THEN json(q13.c0) ELSE q13.c0 END, q13.c1, q13.c2, (
          SELECT json_group_array(json_array(q14.c0, (
            SELECT json_array(n16."name") FROM "r_MADE_BY" r15 CROSS JOIN "n_Source" n16 ON n16."$key" = r15."$dst" WHERE r15."$src" = q14.c1
          ))) FROM (
            SELECT n14."stance" AS c0, n14."$key" AS c1 FROM "n_Claim" n14 WHERE n14."about" = q13.c3 ORDER BY n14."id" ASC LIMIT ?12
          ) q14
        ))) FROM (
          SELECT r12."kinds" AS c0, r12."from" AS c1, n13."name" AS c2, r12."id" AS c3 FROM "r_BACKS" r12 CROSS JOIN "n_Actor" n13 ON n13."$key" = r12."$src" WHERE r12."$dst" = q11.c2 AND (coalesce(r12."from", r12."attestedFrom") IS NULL OR coalesce(r12."from", r12."attestedFrom") <= ?8) AND (r12."until" IS NULL OR r12."until" > ?8) AND r12."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n13."id" ASC, r12."id" ASC LIMIT ?10
        ) q13
      ))) FROM (
        SELECT r10."role" AS c0, n11."name" AS c1, r10."$src" AS c2 FROM "r_PARTICIPATED_IN" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = q8.c3 AND r10."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n11."id" ASC, r10."id" ASC LIMIT ?7
      ) q11
    ))) FROM (
      SELECT n8."title" AS c0, n8."start" AS c1, n8."subKind" AS c2, w9.n AS c3 FROM (
        WITH RECURSIVE w9_0(n, d) AS (
          SELECT n1."$key", 0
        ), w9_1(n, d) AS (
          SELECT n, d FROM w9_0 UNION ALL SELECT r5."$src", w9_0.d + 1 FROM w9_0 CROSS JOIN "r_LIES_IN" r5 ON r5."$dst" = w9_0.n
        ), w9_2(n, d) AS (
          SELECT c."$dsc", w9_1.d + c."$depth" FROM w9_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w9_1.n AND c."$depth" BETWEEN 0 AND 32
        ), w9_3(n, d) AS (
          SELECT n, min(d) FROM w9_2 GROUP BY n
        ), w9_4(n, d) AS (
          SELECT r7."$src", w9_3.d + 1 FROM w9_3 CROSS JOIN "r_OCCURRED_AT" r7 ON r7."$dst" = w9_3.n
        ) SELECT n, d FROM w9_4
      ) w9 CROSS JOIN "n_Event" n8 ON n8."$key" = w9.n ORDER BY n8."start" DESC, n8."id" DESC LIMIT ?5
    ) q8
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
