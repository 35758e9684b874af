SELECT json_array((
  SELECT count(*) FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
    SELECT 1 FROM "n_Actor" n2 WHERE n2."$key" = r1."$src" AND n2."kind" = ?1
  ) AND EXISTS (
    SELECT 1 FROM "n_Place" n3 WHERE n3."$key" = r1."$dst" AND EXISTS (
      SELECT 1 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT n3."$key", 0
        ), w6_1(n, d) AS (
          SELECT c."$anc", w6_0.d + c."$depth" FROM w6_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w6_0.n AND c."$depth" BETWEEN 1 AND 32
        ) SELECT n, d FROM w6_1 WHERE n <> n3."$key"
      ) w6 CROSS JOIN "n_Place" n5 ON n5."$key" = w6.n WHERE n5."id" = ?2
    )
  )
), (
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT r1."id" AS c0 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND EXISTS (
      SELECT 1 FROM "n_Actor" n2 WHERE n2."$key" = r1."$src" AND n2."kind" = ?1
    ) AND EXISTS (
      SELECT 1 FROM "n_Place" n3 WHERE n3."$key" = r1."$dst" AND EXISTS (
        SELECT 1 FROM (
          WITH RECURSIVE w6_0(n, d) AS (
            SELECT n3."$key", 0
          ), w6_1(n, d) AS (
            SELECT c."$anc", w6_0.d + c."$depth" FROM w6_0 CROSS JOIN "c_PART_OF" c ON c."$dsc" = w6_0.n AND c."$depth" BETWEEN 1 AND 32
          ) SELECT n, d FROM w6_1 WHERE n <> n3."$key"
        ) w6 CROSS JOIN "n_Place" n5 ON n5."$key" = w6.n WHERE n5."id" = ?2
      )
    ) ORDER BY r1."id" ASC LIMIT ?4
  ) q1
))
