CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.kind = $p.a0 AND EXISTS {
    MATCH (n1)-[r3:OCCURRED_AT]->(n2:Place)
    WHERE EXISTS {
      MATCH (n2)-[:PART_OF*1..32]->(w5x1)
      WITH DISTINCT w5x1
      WITH w5x1 AS n4
      WHERE n4:Place AND n4 <> n2 AND n4.id = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r8:PARTICIPATED_IN]-(n7:Actor)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n7)<-[r10:BACKS]-(n9:Actor)
      WHERE r10.standing IN ['ASSERTED', 'DISPUTED'] AND n9.id = $p.a2 AND any(e11 IN r10.kinds WHERE e11 IN $p.a3)
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)
  WHERE n1.kind = $p.a0 AND EXISTS {
    MATCH (n1)-[r3:OCCURRED_AT]->(n2:Place)
    WHERE EXISTS {
      MATCH (n2)-[:PART_OF*1..32]->(w5x1)
      WITH DISTINCT w5x1
      WITH w5x1 AS n4
      WHERE n4:Place AND n4 <> n2 AND n4.id = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r8:PARTICIPATED_IN]-(n7:Actor)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n7)<-[r10:BACKS]-(n9:Actor)
      WHERE r10.standing IN ['ASSERTED', 'DISPUTED'] AND n9.id = $p.a2 AND any(e11 IN r10.kinds WHERE e11 IN $p.a3)
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL AND n1.start IS NOT NULL
  WITH *
  ORDER BY n1.start DESC, n1.title ASC, n1.id ASC LIMIT $p.a4
  RETURN [n1.start, n1.title, n1.id, n1.id, n1.title]
} AS c1
RETURN [c0, c1] AS r
