SELECT json_array((
  SELECT json_array(n1."name", n1."name") FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array(n2."name") FROM "n_Actor" n2 WHERE n2."id" = ?2
))
