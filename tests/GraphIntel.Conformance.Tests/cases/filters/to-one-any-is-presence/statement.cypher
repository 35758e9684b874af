CYPHER 5
WITH COUNT {
  MATCH (n1:Actor)
  WHERE NOT EXISTS {
    MATCH (n1)-[r2:BASED_IN]->(n3:Place)
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COUNT {
  MATCH (n4:Place)
  WHERE EXISTS {
    MATCH (n4)-[r5:PART_OF]->(n6:Place)
    RETURN 1
  } AND n4.id IS NOT NULL
  RETURN n4
} AS c1, COLLECT {
  MATCH (n7:Place)
  WHERE NOT EXISTS {
    MATCH (n7)-[r8:PART_OF]->(n9:Place)
    RETURN 1
  } AND NOT coalesce(n7.kind IN $p.a4, false) AND n7.id IS NOT NULL
  WITH *
  ORDER BY n7.id ASC LIMIT $p.a6
  RETURN [n7.id]
} AS c2, COUNT {
  MATCH (n10:Place)
  WHERE NOT EXISTS {
    MATCH (n10)-[r11:PART_OF]->(n12:Place)
    RETURN 1
  } AND EXISTS {
    MATCH (n10)-[r13:PART_OF]->(n14:Place)
    WHERE n14.name = $p.a7
    RETURN 1
  } AND n10.id IS NOT NULL
  RETURN n10
} AS c3, COUNT {
  MATCH (n15:Place)
  WHERE NOT EXISTS {
    MATCH (n15)-[r16:PART_OF]->(n17:Place)
    RETURN 1
  } AND n15.id IS NOT NULL
  RETURN n15
} AS c4
RETURN [c0, c1, c2, c3, c4] AS r
