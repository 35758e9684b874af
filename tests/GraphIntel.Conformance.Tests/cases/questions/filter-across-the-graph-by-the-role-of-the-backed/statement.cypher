CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND r3.role IN $p.a0 AND EXISTS {
      MATCH (n2)<-[r6s:BACKS*1..6]-(w5x1)
      WHERE all(r6 IN r6s WHERE r6.standing IN ['ASSERTED', 'DISPUTED'])
      WITH DISTINCT w5x1
      WITH w5x1 AS n4
      WHERE n4:Actor AND n4 <> n2 AND n4.id = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)-[r8:PART_OF_EVENT]->(n7:Event)
    WHERE n7.id = $p.a2
    RETURN 1
  } AND n1.id IS NOT NULL AND n1.start IS NOT NULL
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a3
  RETURN [n1.id, n1.start]
} AS c0
RETURN [c0] AS r
