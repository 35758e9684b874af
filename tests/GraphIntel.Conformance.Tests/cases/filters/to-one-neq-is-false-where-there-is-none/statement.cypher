CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r3:BASED_IN]->(n2:Place)
    WHERE NOT coalesce(n2.name = $p.a0, false)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE NOT EXISTS {
    MATCH (n1)-[r3:BASED_IN]->(n2:Place)
    WHERE NOT coalesce(n2.name = $p.a0, false)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r3:BASED_IN]->(n2:Place)
    WHERE NOT coalesce(n2.name = $p.a0, false)
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r3:BASED_IN]->(n2:Place)
    WHERE n2.description IS NULL
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0
RETURN [c0] AS r
