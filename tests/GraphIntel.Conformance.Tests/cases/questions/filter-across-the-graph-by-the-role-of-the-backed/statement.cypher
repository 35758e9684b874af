CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r2:PARTICIPATED_IN]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED'] AND r2.role IN $p.a0 AND EXISTS {
      MATCH (n3)<-[r4s:BACKS*1..6]-(w6x1)
      WHERE all(r4 IN r4s WHERE r4.standing IN ['ASSERTED', 'DISPUTED'])
      WITH DISTINCT w6x1
      WITH w6x1 AS n5
      WHERE n5:Actor AND n5 <> n3 AND n5.id = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)-[r7:PART_OF_EVENT]->(n8:Event)
    WHERE n8.id = $p.a2
    RETURN 1
  } AND n1.id IS NOT NULL AND n1.start IS NOT NULL
  WITH *
  ORDER BY n1.start ASC, n1.id ASC LIMIT $p.a4
  RETURN [n1.id, n1.start]
} AS c0
RETURN [c0] AS r
