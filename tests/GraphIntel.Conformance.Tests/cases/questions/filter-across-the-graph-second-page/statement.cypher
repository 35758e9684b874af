CYPHER 5
WITH COUNT {
  MATCH (n1:Event)
  WHERE n1.kind = $p.a0 AND EXISTS {
    MATCH (n1)-[r2:OCCURRED_AT]->(n3:Place)
    WHERE EXISTS {
      MATCH (n3)-[:PART_OF*1..32]->(w6x1)
      WITH DISTINCT w6x1
      WITH w6x1 AS n5
      WHERE n5:Place AND n5 <> n3 AND n5.id = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r7:PARTICIPATED_IN]-(n8:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n8)<-[r9:BACKS]-(n10:Actor)
      WHERE r9.standing IN ['ASSERTED', 'DISPUTED'] AND n10.id = $p.a2 AND any(e11 IN r9.kinds WHERE e11 IN $p.a3)
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL
  RETURN n1
} AS c0, COLLECT {
  MATCH (n1:Event)
  WHERE n1.kind = $p.a0 AND EXISTS {
    MATCH (n1)-[r2:OCCURRED_AT]->(n3:Place)
    WHERE EXISTS {
      MATCH (n3)-[:PART_OF*1..32]->(w6x1)
      WITH DISTINCT w6x1
      WITH w6x1 AS n5
      WHERE n5:Place AND n5 <> n3 AND n5.id = $p.a1
      RETURN 1
    }
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r7:PARTICIPATED_IN]-(n8:Actor)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      MATCH (n8)<-[r9:BACKS]-(n10:Actor)
      WHERE r9.standing IN ['ASSERTED', 'DISPUTED'] AND n10.id = $p.a2 AND any(e11 IN r9.kinds WHERE e11 IN $p.a3)
      RETURN 1
    }
    RETURN 1
  } AND n1.id IS NOT NULL AND n1.start IS NOT NULL AND n1.start <= $p.a6 AND (n1.start < $p.a6 OR n1.start = $p.a6 AND (n1.title > $p.a7 OR n1.title = $p.a7 AND (n1.id > $p.a8)))
  WITH *
  ORDER BY n1.start DESC, n1.title ASC, n1.id ASC LIMIT $p.a5
  RETURN [n1.start, n1.title, n1.id, n1.id]
} AS c1
RETURN [c0, c1] AS r
