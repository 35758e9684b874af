CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.name IN $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
