CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description CONTAINS $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description STARTS WITH $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description ENDS WITH $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE n1.description = $p.a0 AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
