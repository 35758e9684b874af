SELECT json_array((
  SELECT count(*) FROM "n_Event" n1 WHERE EXISTS (
    SELECT 1 FROM "n_Actor" n3 CROSS JOIN "r_PARTICIPATED_IN" r2 INDEXED BY "i_r_PARTICIPATED_IN$$dst" ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" = ?1 AND r2."role" = ?2
  )
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Event" n4 WHERE EXISTS (
      SELECT 1 FROM "n_Actor" n6 CROSS JOIN "r_PARTICIPATED_IN" r5 INDEXED BY "i_r_PARTICIPATED_IN$$dst" ON n6."$key" = r5."$src" WHERE r5."$dst" = n4."$key" AND r5."standing" IN ('ASSERTED', 'DISPUTED') AND n6."id" = ?5
    ) AND EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r7 WHERE r7."$dst" = n4."$key" AND r7."standing" IN ('ASSERTED', 'DISPUTED') AND r7."role" = ?6
    ) ORDER BY n4."id" ASC LIMIT ?8
  ) q4
), (
  SELECT json_group_array(json_array(q9.c0)) FROM (
    SELECT n9."id" AS c0 FROM "n_Event" n9 WHERE EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = n9."$key" AND r10."standing" IN ('ASSERTED', 'DISPUTED') AND (r10."role" = ?9 OR n11."id" = ?10)
    ) ORDER BY n9."id" ASC LIMIT ?12
  ) q9
), (
  SELECT json_group_array(json_array(q12.c0)) FROM (
    SELECT n12."id" AS c0 FROM "n_Event" n12 WHERE NOT EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r13 WHERE r13."$dst" = n12."$key" AND r13."standing" IN ('ASSERTED', 'DISPUTED') AND r13."role" IN (
        SELECT "value" FROM json_each(?13)
      )
    ) ORDER BY n12."id" ASC LIMIT ?15
  ) q12
))
