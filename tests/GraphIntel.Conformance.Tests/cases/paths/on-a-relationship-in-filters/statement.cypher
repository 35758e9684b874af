CYPHER 5
WITH COLLECT {
  MATCH ()-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
    WITH startNode(r1) AS w3x0
    MATCH (w3x0)<-[r4:BACKS]-(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r4.from, r4.attestedFrom) IS NULL OR coalesce(r4.from, r4.attestedFrom) <= endNode(r1).start) AND (r4.until IS NULL OR r4.until > endNode(r1).start)
    WITH DISTINCT w3x1
    WITH w3x1 AS n2
    WHERE n2:Actor AND n2 <> startNode(r1) AND n2.id = $p.a0
    RETURN 1
  } AND r1.id IS NOT NULL
  WITH *
  ORDER BY r1.id ASC LIMIT $p.a1
  RETURN [r1.id]
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COUNT {
  MATCH (n2:Actor)-[r1:PARTICIPATED_IN]->()
  WHERE r1.standing IN ['ASSERTED', 'DISPUTED'] AND n2.kind = $p.a0 AND EXISTS {
    WITH startNode(r1) AS w4x0
    MATCH (w4x0)<-[r5:BACKS]-(w4x1)
    WHERE (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= $p.a1) AND (r5.until IS NULL OR r5.until > $p.a1) AND r5.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r5.from, r5.attestedFrom) IS NULL OR coalesce(r5.from, r5.attestedFrom) <= endNode(r1).start) AND (r5.until IS NULL OR r5.until > endNode(r1).start)
    WITH DISTINCT w4x1
    WITH w4x1 AS n3
    WHERE n3:Actor AND n3 <> startNode(r1)
    RETURN 1
  } AND n2.id IS NOT NULL AND r1.id IS NOT NULL
  RETURN r1
} AS c0
RETURN [c0] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE EXISTS {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      WITH startNode(r3) AS w5x0
      MATCH (w5x0)<-[r6:BACKS]-(w5x1)
      WHERE r6.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r6.from, r6.attestedFrom) IS NULL OR coalesce(r6.from, r6.attestedFrom) <= endNode(r3).start) AND (r6.until IS NULL OR r6.until > endNode(r3).start)
      WITH DISTINCT w5x1
      WITH w5x1 AS n4
      WHERE n4:Actor AND n4 <> startNode(r3) AND n4.id = $p.a0
      RETURN 1
    }
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
  MATCH (n1:Event)
  WHERE NOT EXISTS {
    MATCH (n1)<-[r4:PARTICIPATED_IN]-(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[r5:BACKS]-(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED'] AND (r5.from IS NULL OR r5.from <= n1.start) AND (r5.until IS NULL OR r5.until > n1.start)
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Actor AND NOT coalesce(n2.id = $p.a0, false)
    RETURN 1
  } AND EXISTS {
    MATCH (n1)<-[r8:PARTICIPATED_IN]-(w7x1)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w7x1
    MATCH (w7x1)<-[r9:BACKS]-(w7x2)
    WHERE r9.standing IN ['ASSERTED', 'DISPUTED'] AND (r9.from IS NULL OR r9.from <= n1.start) AND (r9.until IS NULL OR r9.until > n1.start)
    WITH DISTINCT w7x2
    WITH w7x2 AS n6
    WHERE n6:Actor
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
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED'] AND EXISTS {
      WITH startNode(r3) AS w5x0
      MATCH (w5x0)<-[r6:BACKS]-(w5x1)
      WHERE r6.standing IN ['ASSERTED', 'DISPUTED'] AND (coalesce(r6.from, r6.attestedFrom) IS NULL OR coalesce(r6.from, r6.attestedFrom) <= endNode(r3).start) AND (r6.until IS NULL OR r6.until > endNode(r3).start)
      WITH DISTINCT w5x1
      WITH w5x1 AS n4
      WHERE n4:Actor AND n4 <> startNode(r3)
      RETURN 1
    }
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a1
    RETURN [r3.role, n2.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
