CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE EXISTS {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND (NOT coalesce(n2.kind = $p.a0, false) OR NOT EXISTS {
      MATCH (n2)-[r5:OCCURRED_AT]->(n4:Place)
      WHERE n4.name = $p.a1
      RETURN 1
    })
    RETURN 1
  } AND NOT coalesce(n1.kind = $p.a2, false) AND EXISTS {
    MATCH (n1)<-[r7:BACKS]-(n6:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND n6.kind = $p.a3
    RETURN 1
  } AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a4
  RETURN [n1.id]
} AS c0
RETURN [c0] AS r
