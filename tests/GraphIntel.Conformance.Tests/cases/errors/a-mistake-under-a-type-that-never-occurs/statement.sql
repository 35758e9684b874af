SELECT json_array((
  SELECT json_array() FROM "n_Report" n1 WHERE n1."id" = ?1
))
