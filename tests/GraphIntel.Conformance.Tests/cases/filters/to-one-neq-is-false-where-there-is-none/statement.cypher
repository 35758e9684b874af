CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r2:BASED_IN]->(n3:Place)
    WHERE NOT coalesce(n3.name = $p.a0, false)
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n4:Actor)
  WHERE NOT EXISTS {
    MATCH (n4)-[r5:BASED_IN]->(n6:Place)
    WHERE NOT coalesce(n6.name = $p.a3, false)
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a5
  RETURN [n4.id]
} AS c1, COUNT {
  MATCH (n7:Actor)
  WHERE EXISTS {
    MATCH (n7)-[r8:BASED_IN]->(n9:Place)
    WHERE NOT coalesce(n9.name = $p.a6, false)
    RETURN 1
  } AND n7.id IS NOT NULL
  RETURN n7
} AS c2, COUNT {
  MATCH (n10:Actor)
  WHERE EXISTS {
    MATCH (n10)-[r11:BASED_IN]->(n12:Place)
    WHERE n12.description IS NULL
    RETURN 1
  } AND n10.id IS NOT NULL
  RETURN n10
} AS c3
RETURN [c0, c1, c2, c3] AS r
