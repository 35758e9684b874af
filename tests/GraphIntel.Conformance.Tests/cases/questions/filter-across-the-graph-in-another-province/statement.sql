SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE EXISTS (
    SELECT 1 FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key" AND EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT r2."$dst", 0
        ), w6_1(n, d) AS (
          SELECT c."$anc", w6_0.d + c."$depth" FROM w6_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w6_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w6_1 WHERE n <> r2."$dst"
      ) w6 CROSS JOIN "n_Place" n5 ON n5."$key" = w6.n WHERE n5."id" = ?1
    )
  ) AND EXISTS (
    SELECT 1 FROM "r_PARTICIPATED_IN" r7 WHERE r7."$dst" = n1."$key" AND r7."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
      SELECT 1 FROM "r_BACKS" r9 CROSS JOIN "n_Actor" n10 ON n10."$key" = r9."$src" WHERE r9."$dst" = r7."$src" AND r9."standing" IN ('ASSERTED', 'DISPUTED') AND n10."name" = ?2
    )
  )
), (
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n12."name", (
      SELECT json_array(n14."name") FROM "r_PART_OF" r13 CROSS JOIN "n_Place" n14 ON n14."$key" = r13."$dst" WHERE r13."$src" = r11."$dst"
    )) FROM "r_OCCURRED_AT" r11 CROSS JOIN "n_Place" n12 ON n12."$key" = r11."$dst" WHERE r11."$src" = q1.c1
  ))) FROM (
    SELECT n1."id" AS c0, n1."$key" AS c1 FROM "n_Event" n1 WHERE EXISTS (
      SELECT 1 FROM "r_OCCURRED_AT" r2 WHERE r2."$src" = n1."$key" AND EXISTS (
        SELECT 1 FROM (
          WITH RECURSIVE w6_0(n, d) AS (
            SELECT r2."$dst", 0
          ), w6_1(n, d) AS (
            SELECT c."$anc", w6_0.d + c."$depth" FROM w6_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w6_0.n AND c."$depth" BETWEEN 1 AND 32
          ) SELECT n, d FROM w6_1 WHERE n <> r2."$dst"
        ) w6 CROSS JOIN "n_Place" n5 ON n5."$key" = w6.n WHERE n5."id" = ?1
      )
    ) AND EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r7 WHERE r7."$dst" = n1."$key" AND r7."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
        SELECT 1 FROM "r_BACKS" r9 CROSS JOIN "n_Actor" n10 ON n10."$key" = r9."$src" WHERE r9."$dst" = r7."$src" AND r9."standing" IN ('ASSERTED', 'DISPUTED') AND n10."name" = ?2
      )
    ) ORDER BY n1."id" ASC LIMIT ?4
  ) q1
))
