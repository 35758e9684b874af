SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q5.c0, (
      SELECT json_group_array(json_array(q8.c0, q8.c1, (
        SELECT json_group_array(json_array(CASE WHEN json_valid(q10.c0) THEN json(q10.c0) ELSE q10.c0 END, q10.c1, q10.c2)) FROM (
          SELECT r9."kinds" AS c0, r9."from" AS c1, n10."name" AS c2 FROM "r_BACKS" r9 CROSS JOIN "n_Actor" n10 ON n10."$key" = r9."$src" WHERE r9."$dst" = q8.c2 AND (coalesce(r9."from", r9."attestedFrom") IS NULL OR coalesce(r9."from", r9."attestedFrom") <= ?6) AND (r9."until" IS NULL OR r9."until" > ?6) AND r9."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n10."id" ASC, r9."id" ASC LIMIT ?8
        ) q10
      ))) FROM (
        SELECT r7."role" AS c0, n8."name" AS c1, r7."$src" AS c2 FROM "r_PARTICIPATED_IN" r7 CROSS JOIN "n_Actor" n8 ON n8."$key" = r7."$src" WHERE r7."$dst" = q5.c1 AND r7."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n8."id" ASC, r7."id" ASC LIMIT ?5
      ) q8
    ))) FROM (
      SELECT n5."title" AS c0, w6.n AS c1 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT n1."$key", 0
        ), w6_1(n, d) AS (
          SELECT n, d FROM w6_0 UNION ALL SELECT r2."$src", w6_0.d + 1 FROM w6_0 CROSS JOIN "r_LIES_IN" r2 ON r2."$dst" = w6_0.n
        ), w6_2(n, d) AS (
          SELECT c."$dsc", w6_1.d + c."$depth" FROM w6_1 CROSS JOIN "c_PART_OF" c ON c."$anc" = w6_1.n AND c."$depth" BETWEEN 0 AND 32
        ), w6_3(n, d) AS (
          SELECT n, min(d) FROM w6_2 GROUP BY n
        ), w6_4(n, d) AS (
          SELECT r4."$src", w6_3.d + 1 FROM w6_3 CROSS JOIN "r_OCCURRED_AT" r4 ON r4."$dst" = w6_3.n
        ) SELECT n, d FROM w6_4
      ) w6 CROSS JOIN "n_Event" n5 ON n5."$key" = w6.n ORDER BY n5."start" DESC, n5."id" DESC LIMIT ?3
    ) q5
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
