SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE EXISTS (
      SELECT 1 FROM "r_BASED_IN" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND n3."name" IS NOT ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Actor" n4 WHERE NOT EXISTS (
      SELECT 1 FROM "r_BASED_IN" r5 CROSS JOIN "n_Place" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = n4."$key" AND n6."name" IS NOT ?4
    ) ORDER BY n4."id" ASC LIMIT ?6
  ) q4
), (
  SELECT count(*) FROM "n_Actor" n7 WHERE EXISTS (
    SELECT 1 FROM "r_BASED_IN" r8 CROSS JOIN "n_Place" n9 ON n9."$key" = r8."$dst" WHERE r8."$src" = n7."$key" AND n9."name" IS NOT ?7
  )
), (
  SELECT count(*) FROM "n_Actor" n10 WHERE EXISTS (
    SELECT 1 FROM "r_BASED_IN" r11 CROSS JOIN "n_Place" n12 ON n12."$key" = r11."$dst" WHERE r11."$src" = n10."$key" AND n12."description" IS NULL
  )
))
