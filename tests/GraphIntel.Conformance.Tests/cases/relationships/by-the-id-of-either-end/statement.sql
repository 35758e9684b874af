SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT r1."id" AS c0 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND r1."$dst" IN (
      SELECT n2."$key" FROM "n_Place" n2 WHERE n2."id" = ?1
    ) ORDER BY r1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT count(*) FROM "r_CONTROLS" r3 WHERE r3."standing" IN ('ASSERTED', 'DISPUTED') AND r3."$src" IN (
    SELECT n4."$key" FROM "n_Actor" n4 WHERE n4."id" IN (
      SELECT "value" FROM json_each(?4)
    )
  )
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT r3."id" AS c0 FROM "r_CONTROLS" r3 WHERE r3."standing" IN ('ASSERTED', 'DISPUTED') AND r3."$src" IN (
      SELECT n4."$key" FROM "n_Actor" n4 WHERE n4."id" IN (
        SELECT "value" FROM json_each(?4)
      )
    ) ORDER BY r3."id" ASC LIMIT ?6
  ) q3
), (
  SELECT json_group_array(json_array(q5.c0)) FROM (
    SELECT r5."id" AS c0 FROM "r_CONTROLS" r5 WHERE r5."standing" IN ('ASSERTED', 'DISPUTED') AND r5."$src" IN (
      SELECT n6."$key" FROM "n_Actor" n6 WHERE n6."id" = ?7
    ) AND r5."$dst" IN (
      SELECT n7."$key" FROM "n_Place" n7 WHERE n7."id" = ?8
    ) ORDER BY r5."id" ASC LIMIT ?10
  ) q5
))
