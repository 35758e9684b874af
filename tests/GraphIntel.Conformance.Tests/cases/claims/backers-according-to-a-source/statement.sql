SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."name" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND EXISTS (
        SELECT 1 FROM "n_Claim" n4 WHERE n4."about" = r2."id" AND n4."field" IS NULL AND n4."stance" IS NOT ?3 AND EXISTS (
          SELECT 1 FROM "r_MADE_BY" r5 CROSS JOIN "n_Source" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = n4."$key" AND n6."id" IN (
            SELECT "value" FROM json_each(?2)
          )
        )
      ) ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?5
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
