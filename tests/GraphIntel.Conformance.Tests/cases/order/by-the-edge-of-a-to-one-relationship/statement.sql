SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Place" n1 ORDER BY (
      SELECT ('partOf:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r2."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r2."$dst"
      )) FROM "r_PART_OF" r2 WHERE r2."$src" = n1."$key"
    ) DESC, n1."id" DESC LIMIT ?2
  ) q1
))
