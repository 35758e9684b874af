SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Place" n1 WHERE EXISTS (
      SELECT 1 FROM "r_PART_OF" r2 WHERE r2."$src" = n1."$key" AND ('partOf:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r2."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r2."$dst"
      )) = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT count(*) FROM "n_Place" n4 WHERE EXISTS (
    SELECT 1 FROM "r_PART_OF" r5 WHERE r5."$src" = n4."$key" AND ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r5."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r5."$dst"
    )) IS NOT ?4
  )
), (
  SELECT count(*) FROM "n_Place" n7 WHERE EXISTS (
    SELECT 1 FROM "r_PART_OF" r8 WHERE r8."$src" = n7."$key" AND (('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r8."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r8."$dst"
    )) IN (
      SELECT "value" FROM json_each(?7)
    )) IS NOT TRUE
  )
))
