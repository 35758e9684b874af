CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND r2.id = $p.a0
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a2
  RETURN [n1.id]
} AS c0, COLLECT {
  MATCH (n4:Event)
  WHERE EXISTS {
    MATCH (n4)-[r5:REPORTED_IN]->(n6:Report)
    WHERE r5.id = $p.a3
    RETURN 1
  } AND n4.id IS NOT NULL
  WITH *
  ORDER BY n4.id ASC LIMIT $p.a5
  RETURN [n4.id]
} AS c1, COLLECT {
  MATCH (n7:Place)
  WHERE n7.id = $p.a6
  WITH *, COLLECT {
    MATCH (n7)<-[r8:PART_OF]-(n9:Place)
    WHERE NOT coalesce(r8.id IN $p.a7, false)
    WITH *
    ORDER BY n9.id ASC LIMIT $p.a9
    RETURN [n9.id]
  } AS c2
  RETURN [c2]
} AS c3
RETURN [c0, c1, c3[0]] AS r
