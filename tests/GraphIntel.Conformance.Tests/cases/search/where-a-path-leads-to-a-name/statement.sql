SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE n1."$key" IN (
      SELECT r2."$src" FROM "n_Place" n4 CROSS JOIN "c_PART_OF" r3 ON r3."$anc" = n4."$key" CROSS JOIN "r_OCCURRED_AT" r2 ON r2."$dst" = r3."$dsc" WHERE n4."id" IN (
        SELECT "value" FROM json_each(?1)
      ) AND r3."$depth" BETWEEN 0 AND 32
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q6.c0)) FROM (
    SELECT n6."name" AS c0 FROM "n_Place" n6 WHERE n6."$key" IN (
      SELECT r7."$dsc" FROM "n_Place" n8 CROSS JOIN "c_PART_OF" r7 ON r7."$anc" = n8."$key" WHERE n8."id" IN (
        SELECT "value" FROM json_each(?4)
      ) AND r7."$depth" BETWEEN 1 AND 32 AND r7."$dsc" <> r7."$anc"
    ) ORDER BY n6."id" ASC LIMIT ?6
  ) q6
))
