CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE any(e2 IN n1.aliases WHERE true) AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a0
  RETURN [n1.id, n1.aliases]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Person)
  WHERE NOT coalesce(any(e2 IN n1.aliases WHERE e2 CONTAINS $p.a0), false) AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Person)
  WHERE n1.id = $p.a0
  RETURN [n1.aliases]
} AS c0
RETURN [c0[0]] AS r
