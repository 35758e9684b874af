CYPHER 5
WITH COLLECT {
  MATCH (n1:Claim)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n2:Actor)
    WHERE n2.id = n1.about
    WITH *, COUNT {
      MATCH (n3:Claim)
      WHERE n3.about = n2.id AND n3.id IS NOT NULL
      RETURN n3
    } AS c0, COLLECT {
      MATCH (n3:Claim)
      WHERE n3.about = n2.id AND n3.id IS NOT NULL
      WITH *
      ORDER BY n3.id ASC LIMIT $p.a2
      WITH *, COLLECT {
        MATCH (n3)-[r4:MADE_BY]->(n5:Source)
        RETURN [n5.name]
      } AS c1
      RETURN [c1[0]]
    } AS c2
    RETURN [0, n2.id, c0, c2] AS v
    UNION ALL
    MATCH (n6:Place)
    WHERE n6.id = n1.about
    WITH *, COUNT {
      MATCH (n7:Claim)
      WHERE n7.about = n6.id AND n7.id IS NOT NULL
      RETURN n7
    } AS c3, COLLECT {
      MATCH (n7:Claim)
      WHERE n7.about = n6.id AND n7.id IS NOT NULL
      WITH *
      ORDER BY n7.id ASC LIMIT $p.a4
      WITH *, COLLECT {
        MATCH (n7)-[r8:MADE_BY]->(n9:Source)
        RETURN [n9.name]
      } AS c4
      RETURN [c4[0]]
    } AS c5
    RETURN [1, n6.id, c3, c5] AS v
    UNION ALL
    MATCH ()-[r10:MADE_IN]->()
    WHERE r10.id = n1.about
    WITH *, COUNT {
      MATCH (n11:Claim)
      WHERE n11.about = r10.id AND n11.id IS NOT NULL
      RETURN n11
    } AS c6, COLLECT {
      MATCH (n11:Claim)
      WHERE n11.about = r10.id AND n11.id IS NOT NULL
      WITH *
      ORDER BY n11.id ASC LIMIT $p.a6
      WITH *, COLLECT {
        MATCH (n11)-[r12:MADE_BY]->(n13:Source)
        RETURN [n13.name]
      } AS c7
      RETURN [c7[0]]
    } AS c8
    RETURN [2, r10.id, c6, c8] AS v
    UNION ALL
    MATCH (n14:Event)
    WHERE n14.id = n1.about
    WITH *, COUNT {
      MATCH (n15:Claim)
      WHERE n15.about = n14.id AND n15.id IS NOT NULL
      RETURN n15
    } AS c9, COLLECT {
      MATCH (n15:Claim)
      WHERE n15.about = n14.id AND n15.id IS NOT NULL
      WITH *
      ORDER BY n15.id ASC LIMIT $p.a8
      WITH *, COLLECT {
        MATCH (n15)-[r16:MADE_BY]->(n17:Source)
        RETURN [n17.name]
      } AS c10
      RETURN [c10[0]]
    } AS c11
    RETURN [3, n14.id, c9, c11] AS v
    UNION ALL
    MATCH ()-[r18:PARTICIPATED_IN]->()
    WHERE r18.id = n1.about
    WITH *, COUNT {
      MATCH (n19:Claim)
      WHERE n19.about = r18.id AND n19.id IS NOT NULL
      RETURN n19
    } AS c12, COLLECT {
      MATCH (n19:Claim)
      WHERE n19.about = r18.id AND n19.id IS NOT NULL
      WITH *
      ORDER BY n19.id ASC LIMIT $p.a10
      WITH *, COLLECT {
        MATCH (n19)-[r20:MADE_BY]->(n21:Source)
        RETURN [n21.name]
      } AS c13
      RETURN [c13[0]]
    } AS c14
    RETURN [4, r18.id, c12, c14] AS v
    UNION ALL
    MATCH ()-[r22:PART_OF_EVENT]->()
    WHERE r22.id = n1.about
    WITH *, COUNT {
      MATCH (n23:Claim)
      WHERE n23.about = r22.id AND n23.id IS NOT NULL
      RETURN n23
    } AS c15, COLLECT {
      MATCH (n23:Claim)
      WHERE n23.about = r22.id AND n23.id IS NOT NULL
      WITH *
      ORDER BY n23.id ASC LIMIT $p.a12
      WITH *, COLLECT {
        MATCH (n23)-[r24:MADE_BY]->(n25:Source)
        RETURN [n25.name]
      } AS c16
      RETURN [c16[0]]
    } AS c17
    RETURN [5, r22.id, c15, c17] AS v
    UNION ALL
    MATCH ()-[r26:REPORTED_IN]->()
    WHERE r26.id = n1.about
    WITH *, COUNT {
      MATCH (n27:Claim)
      WHERE n27.about = r26.id AND n27.id IS NOT NULL
      RETURN n27
    } AS c18, COLLECT {
      MATCH (n27:Claim)
      WHERE n27.about = r26.id AND n27.id IS NOT NULL
      WITH *
      ORDER BY n27.id ASC LIMIT $p.a14
      WITH *, COLLECT {
        MATCH (n27)-[r28:MADE_BY]->(n29:Source)
        RETURN [n29.name]
      } AS c19
      RETURN [c19[0]]
    } AS c20
    RETURN [6, r26.id, c18, c20] AS v
    UNION ALL
    MATCH ()-[r30:PUBLISHED_BY]->()
    WHERE r30.id = n1.about
    WITH *, COUNT {
      MATCH (n31:Claim)
      WHERE n31.about = r30.id AND n31.id IS NOT NULL
      RETURN n31
    } AS c21, COLLECT {
      MATCH (n31:Claim)
      WHERE n31.about = r30.id AND n31.id IS NOT NULL
      WITH *
      ORDER BY n31.id ASC LIMIT $p.a16
      WITH *, COLLECT {
        MATCH (n31)-[r32:MADE_BY]->(n33:Source)
        RETURN [n33.name]
      } AS c22
      RETURN [c22[0]]
    } AS c23
    RETURN [7, r30.id, c21, c23] AS v
    UNION ALL
    MATCH ()-[r34:MADE_BY]->()
    WHERE r34.id = n1.about
    WITH *, COUNT {
      MATCH (n35:Claim)
      WHERE n35.about = r34.id AND n35.id IS NOT NULL
      RETURN n35
    } AS c24, COLLECT {
      MATCH (n35:Claim)
      WHERE n35.about = r34.id AND n35.id IS NOT NULL
      WITH *
      ORDER BY n35.id ASC LIMIT $p.a18
      WITH *, COLLECT {
        MATCH (n35)-[r36:MADE_BY]->(n37:Source)
        RETURN [n37.name]
      } AS c25
      RETURN [c25[0]]
    } AS c26
    RETURN [8, r34.id, c24, c26] AS v
    UNION ALL
    MATCH ()-[r38:PART_OF]->()
    WHERE r38.id = n1.about
    WITH *, COUNT {
      MATCH (n39:Claim)
      WHERE n39.about = r38.id AND n39.id IS NOT NULL
      RETURN n39
    } AS c27, COLLECT {
      MATCH (n39:Claim)
      WHERE n39.about = r38.id AND n39.id IS NOT NULL
      WITH *
      ORDER BY n39.id ASC LIMIT $p.a20
      WITH *, COLLECT {
        MATCH (n39)-[r40:MADE_BY]->(n41:Source)
        RETURN [n41.name]
      } AS c28
      RETURN [c28[0]]
    } AS c29
    RETURN [9, r38.id, c27, c29] AS v
    UNION ALL
    MATCH ()-[r42:LIES_IN]->()
    WHERE r42.id = n1.about
    WITH *, COUNT {
      MATCH (n43:Claim)
      WHERE n43.about = r42.id AND n43.id IS NOT NULL
      RETURN n43
    } AS c30, COLLECT {
      MATCH (n43:Claim)
      WHERE n43.about = r42.id AND n43.id IS NOT NULL
      WITH *
      ORDER BY n43.id ASC LIMIT $p.a22
      WITH *, COLLECT {
        MATCH (n43)-[r44:MADE_BY]->(n45:Source)
        RETURN [n45.name]
      } AS c31
      RETURN [c31[0]]
    } AS c32
    RETURN [10, r42.id, c30, c32] AS v
    UNION ALL
    MATCH ()-[r46:BORDERS]->()
    WHERE r46.id = n1.about
    WITH *, COUNT {
      MATCH (n47:Claim)
      WHERE n47.about = r46.id AND n47.id IS NOT NULL
      RETURN n47
    } AS c33, COLLECT {
      MATCH (n47:Claim)
      WHERE n47.about = r46.id AND n47.id IS NOT NULL
      WITH *
      ORDER BY n47.id ASC LIMIT $p.a24
      WITH *, COLLECT {
        MATCH (n47)-[r48:MADE_BY]->(n49:Source)
        RETURN [n49.name]
      } AS c34
      RETURN [c34[0]]
    } AS c35
    RETURN [11, r46.id, c33, c35] AS v
    UNION ALL
    MATCH ()-[r50:OCCURRED_AT]->()
    WHERE r50.id = n1.about
    WITH *, COUNT {
      MATCH (n51:Claim)
      WHERE n51.about = r50.id AND n51.id IS NOT NULL
      RETURN n51
    } AS c36, COLLECT {
      MATCH (n51:Claim)
      WHERE n51.about = r50.id AND n51.id IS NOT NULL
      WITH *
      ORDER BY n51.id ASC LIMIT $p.a26
      WITH *, COLLECT {
        MATCH (n51)-[r52:MADE_BY]->(n53:Source)
        RETURN [n53.name]
      } AS c37
      RETURN [c37[0]]
    } AS c38
    RETURN [12, r50.id, c36, c38] AS v
    UNION ALL
    MATCH ()-[r54:CONTROLS]->()
    WHERE r54.id = n1.about
    WITH *, COUNT {
      MATCH (n55:Claim)
      WHERE n55.about = r54.id AND n55.id IS NOT NULL
      RETURN n55
    } AS c39, COLLECT {
      MATCH (n55:Claim)
      WHERE n55.about = r54.id AND n55.id IS NOT NULL
      WITH *
      ORDER BY n55.id ASC LIMIT $p.a28
      WITH *, COLLECT {
        MATCH (n55)-[r56:MADE_BY]->(n57:Source)
        RETURN [n57.name]
      } AS c40
      RETURN [c40[0]]
    } AS c41
    RETURN [13, r54.id, c39, c41] AS v
    UNION ALL
    MATCH ()-[r58:BACKS]->()
    WHERE r58.id = n1.about
    WITH *, COUNT {
      MATCH (n59:Claim)
      WHERE n59.about = r58.id AND n59.id IS NOT NULL
      RETURN n59
    } AS c42, COLLECT {
      MATCH (n59:Claim)
      WHERE n59.about = r58.id AND n59.id IS NOT NULL
      WITH *
      ORDER BY n59.id ASC LIMIT $p.a30
      WITH *, COLLECT {
        MATCH (n59)-[r60:MADE_BY]->(n61:Source)
        RETURN [n61.name]
      } AS c43
      RETURN [c43[0]]
    } AS c44
    RETURN [14, r58.id, c42, c44] AS v
    UNION ALL
    MATCH ()-[r62:MEMBER_OF]->()
    WHERE r62.id = n1.about
    WITH *, COUNT {
      MATCH (n63:Claim)
      WHERE n63.about = r62.id AND n63.id IS NOT NULL
      RETURN n63
    } AS c45, COLLECT {
      MATCH (n63:Claim)
      WHERE n63.about = r62.id AND n63.id IS NOT NULL
      WITH *
      ORDER BY n63.id ASC LIMIT $p.a32
      WITH *, COLLECT {
        MATCH (n63)-[r64:MADE_BY]->(n65:Source)
        RETURN [n65.name]
      } AS c46
      RETURN [c46[0]]
    } AS c47
    RETURN [15, r62.id, c45, c47] AS v
    UNION ALL
    MATCH ()-[r66:SUCCEEDS]->()
    WHERE r66.id = n1.about
    WITH *, COUNT {
      MATCH (n67:Claim)
      WHERE n67.about = r66.id AND n67.id IS NOT NULL
      RETURN n67
    } AS c48, COLLECT {
      MATCH (n67:Claim)
      WHERE n67.about = r66.id AND n67.id IS NOT NULL
      WITH *
      ORDER BY n67.id ASC LIMIT $p.a34
      WITH *, COLLECT {
        MATCH (n67)-[r68:MADE_BY]->(n69:Source)
        RETURN [n69.name]
      } AS c49
      RETURN [c49[0]]
    } AS c50
    RETURN [16, r66.id, c48, c50] AS v
    UNION ALL
    MATCH ()-[r70:BASED_IN]->()
    WHERE r70.id = n1.about
    WITH *, COUNT {
      MATCH (n71:Claim)
      WHERE n71.about = r70.id AND n71.id IS NOT NULL
      RETURN n71
    } AS c51, COLLECT {
      MATCH (n71:Claim)
      WHERE n71.about = r70.id AND n71.id IS NOT NULL
      WITH *
      ORDER BY n71.id ASC LIMIT $p.a36
      WITH *, COLLECT {
        MATCH (n71)-[r72:MADE_BY]->(n73:Source)
        RETURN [n73.name]
      } AS c52
      RETURN [c52[0]]
    } AS c53
    RETURN [17, r70.id, c51, c53] AS v
    UNION ALL
    MATCH ()-[r74:VOICE_OF]->()
    WHERE r74.id = n1.about
    WITH *, COUNT {
      MATCH (n75:Claim)
      WHERE n75.about = r74.id AND n75.id IS NOT NULL
      RETURN n75
    } AS c54, COLLECT {
      MATCH (n75:Claim)
      WHERE n75.about = r74.id AND n75.id IS NOT NULL
      WITH *
      ORDER BY n75.id ASC LIMIT $p.a38
      WITH *, COLLECT {
        MATCH (n75)-[r76:MADE_BY]->(n77:Source)
        RETURN [n77.name]
      } AS c55
      RETURN [c55[0]]
    } AS c56
    RETURN [18, r74.id, c54, c56] AS v
  } AS c57
  RETURN [n1.about, c57[0]]
} AS c58, COLLECT {
  MATCH (n78:Claim)
  WHERE n78.id = $p.a39
  WITH *, COLLECT {
    MATCH (n79:Actor)
    WHERE n79.id = n78.about
    RETURN [0] AS v
    UNION ALL
    MATCH (n80:Place)
    WHERE n80.id = n78.about
    RETURN [1] AS v
    UNION ALL
    MATCH ()-[r81:MADE_IN]->()
    WHERE r81.id = n78.about
    RETURN [2] AS v
    UNION ALL
    MATCH (n82:Event)
    WHERE n82.id = n78.about
    RETURN [3] AS v
    UNION ALL
    MATCH ()-[r83:PARTICIPATED_IN]->()
    WHERE r83.id = n78.about
    RETURN [4] AS v
    UNION ALL
    MATCH ()-[r84:PART_OF_EVENT]->()
    WHERE r84.id = n78.about
    RETURN [5] AS v
    UNION ALL
    MATCH ()-[r85:REPORTED_IN]->()
    WHERE r85.id = n78.about
    RETURN [6] AS v
    UNION ALL
    MATCH ()-[r86:PUBLISHED_BY]->()
    WHERE r86.id = n78.about
    RETURN [7] AS v
    UNION ALL
    MATCH ()-[r87:MADE_BY]->()
    WHERE r87.id = n78.about
    RETURN [8] AS v
    UNION ALL
    MATCH ()-[r88:PART_OF]->()
    WHERE r88.id = n78.about
    RETURN [9] AS v
    UNION ALL
    MATCH ()-[r89:LIES_IN]->()
    WHERE r89.id = n78.about
    RETURN [10] AS v
    UNION ALL
    MATCH ()-[r90:BORDERS]->()
    WHERE r90.id = n78.about
    RETURN [11] AS v
    UNION ALL
    MATCH ()-[r91:OCCURRED_AT]->()
    WHERE r91.id = n78.about
    RETURN [12] AS v
    UNION ALL
    MATCH ()-[r92:CONTROLS]->()
    WHERE r92.id = n78.about
    WITH *, COLLECT {
      WITH startNode(r92) AS n93
      RETURN [n93.name]
    } AS c59, COLLECT {
      WITH endNode(r92) AS n94
      RETURN [n94.name]
    } AS c60
    RETURN [13, r92.status, r92.until, c59[0], c60[0]] AS v
    UNION ALL
    MATCH ()-[r95:BACKS]->()
    WHERE r95.id = n78.about
    RETURN [14] AS v
    UNION ALL
    MATCH ()-[r96:MEMBER_OF]->()
    WHERE r96.id = n78.about
    RETURN [15] AS v
    UNION ALL
    MATCH ()-[r97:SUCCEEDS]->()
    WHERE r97.id = n78.about
    RETURN [16] AS v
    UNION ALL
    MATCH ()-[r98:BASED_IN]->()
    WHERE r98.id = n78.about
    RETURN [17] AS v
    UNION ALL
    MATCH ()-[r99:VOICE_OF]->()
    WHERE r99.id = n78.about
    RETURN [18] AS v
  } AS c61
  RETURN [n78.about, c61[0]]
} AS c62, COLLECT {
  MATCH (n100:Claim)
  WHERE n100.id = $p.a40
  WITH *, COLLECT {
    MATCH (n101:Actor)
    WHERE n101.id = n100.about
    WITH *, COLLECT {
      MATCH (n102:Claim)
      WHERE n102.about = n101.id AND n102.id IS NOT NULL
      WITH *
      ORDER BY n102.id ASC LIMIT $p.a42
      RETURN [n102.id]
    } AS c63
    RETURN [0, n101.id, c63] AS v
    UNION ALL
    MATCH (n103:Place)
    WHERE n103.id = n100.about
    WITH *, COLLECT {
      MATCH (n104:Claim)
      WHERE n104.about = n103.id AND n104.id IS NOT NULL
      WITH *
      ORDER BY n104.id ASC LIMIT $p.a44
      RETURN [n104.id]
    } AS c64
    RETURN [1, n103.id, c64] AS v
    UNION ALL
    MATCH ()-[r105:MADE_IN]->()
    WHERE r105.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r105) AS n106
      RETURN [n106.statement]
    } AS c65, COLLECT {
      WITH endNode(r105) AS n107
      RETURN [n107.title]
    } AS c66, COLLECT {
      MATCH (n108:Claim)
      WHERE n108.about = r105.id AND n108.id IS NOT NULL
      WITH *
      ORDER BY n108.id ASC LIMIT $p.a46
      RETURN [n108.id]
    } AS c67
    RETURN [2, r105.id, c65[0], c66[0], c67] AS v
    UNION ALL
    MATCH (n109:Event)
    WHERE n109.id = n100.about
    WITH *, COLLECT {
      MATCH (n110:Claim)
      WHERE n110.about = n109.id AND n110.id IS NOT NULL
      WITH *
      ORDER BY n110.id ASC LIMIT $p.a48
      RETURN [n110.id]
    } AS c68
    RETURN [3, n109.id, c68] AS v
    UNION ALL
    MATCH ()-[r111:PARTICIPATED_IN]->()
    WHERE r111.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r111) AS n112
      RETURN [n112.name]
    } AS c69, COLLECT {
      WITH endNode(r111) AS n113
      RETURN [n113.title]
    } AS c70, COLLECT {
      MATCH (n114:Claim)
      WHERE n114.about = r111.id AND n114.id IS NOT NULL
      WITH *
      ORDER BY n114.id ASC LIMIT $p.a50
      RETURN [n114.id]
    } AS c71
    RETURN [4, r111.id, c69[0], c70[0], c71] AS v
    UNION ALL
    MATCH ()-[r115:PART_OF_EVENT]->()
    WHERE r115.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r115) AS n116
      RETURN [n116.title]
    } AS c72, COLLECT {
      WITH endNode(r115) AS n117
      RETURN [n117.title]
    } AS c73, COLLECT {
      MATCH (n118:Claim)
      WHERE n118.about = r115.id AND n118.id IS NOT NULL
      WITH *
      ORDER BY n118.id ASC LIMIT $p.a52
      RETURN [n118.id]
    } AS c74
    RETURN [5, r115.id, c72[0], c73[0], c74] AS v
    UNION ALL
    MATCH ()-[r119:REPORTED_IN]->()
    WHERE r119.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r119) AS n120
      RETURN [n120.title]
    } AS c75, COLLECT {
      WITH endNode(r119) AS n121
      RETURN [n121.title]
    } AS c76, COLLECT {
      MATCH (n122:Claim)
      WHERE n122.about = r119.id AND n122.id IS NOT NULL
      WITH *
      ORDER BY n122.id ASC LIMIT $p.a54
      RETURN [n122.id]
    } AS c77
    RETURN [6, r119.id, c75[0], c76[0], c77] AS v
    UNION ALL
    MATCH ()-[r123:PUBLISHED_BY]->()
    WHERE r123.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r123) AS n124
      RETURN [n124.title]
    } AS c78, COLLECT {
      WITH endNode(r123) AS n125
      RETURN [n125.name]
    } AS c79, COLLECT {
      MATCH (n126:Claim)
      WHERE n126.about = r123.id AND n126.id IS NOT NULL
      WITH *
      ORDER BY n126.id ASC LIMIT $p.a56
      RETURN [n126.id]
    } AS c80
    RETURN [7, r123.id, c78[0], c79[0], c80] AS v
    UNION ALL
    MATCH ()-[r127:MADE_BY]->()
    WHERE r127.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r127) AS n128
      RETURN [n128.statement]
    } AS c81, COLLECT {
      WITH endNode(r127) AS n129
      RETURN [n129.name]
    } AS c82, COLLECT {
      MATCH (n130:Claim)
      WHERE n130.about = r127.id AND n130.id IS NOT NULL
      WITH *
      ORDER BY n130.id ASC LIMIT $p.a58
      RETURN [n130.id]
    } AS c83
    RETURN [8, r127.id, c81[0], c82[0], c83] AS v
    UNION ALL
    MATCH ()-[r131:PART_OF]->()
    WHERE r131.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r131) AS n132
      RETURN [n132.name]
    } AS c84, COLLECT {
      WITH endNode(r131) AS n133
      RETURN [n133.name]
    } AS c85, COLLECT {
      MATCH (n134:Claim)
      WHERE n134.about = r131.id AND n134.id IS NOT NULL
      WITH *
      ORDER BY n134.id ASC LIMIT $p.a60
      RETURN [n134.id]
    } AS c86
    RETURN [9, r131.id, c84[0], c85[0], c86] AS v
    UNION ALL
    MATCH ()-[r135:LIES_IN]->()
    WHERE r135.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r135) AS n136
      RETURN [n136.name]
    } AS c87, COLLECT {
      WITH endNode(r135) AS n137
      RETURN [n137.name]
    } AS c88, COLLECT {
      MATCH (n138:Claim)
      WHERE n138.about = r135.id AND n138.id IS NOT NULL
      WITH *
      ORDER BY n138.id ASC LIMIT $p.a62
      RETURN [n138.id]
    } AS c89
    RETURN [10, r135.id, c87[0], c88[0], c89] AS v
    UNION ALL
    MATCH ()-[r139:BORDERS]->()
    WHERE r139.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r139) AS n140
      RETURN [n140.name]
    } AS c90, COLLECT {
      WITH endNode(r139) AS n141
      RETURN [n141.name]
    } AS c91, COLLECT {
      MATCH (n142:Claim)
      WHERE n142.about = r139.id AND n142.id IS NOT NULL
      WITH *
      ORDER BY n142.id ASC LIMIT $p.a64
      RETURN [n142.id]
    } AS c92
    RETURN [11, r139.id, c90[0], c91[0], c92] AS v
    UNION ALL
    MATCH ()-[r143:OCCURRED_AT]->()
    WHERE r143.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r143) AS n144
      RETURN [n144.title]
    } AS c93, COLLECT {
      WITH endNode(r143) AS n145
      RETURN [n145.name]
    } AS c94, COLLECT {
      MATCH (n146:Claim)
      WHERE n146.about = r143.id AND n146.id IS NOT NULL
      WITH *
      ORDER BY n146.id ASC LIMIT $p.a66
      RETURN [n146.id]
    } AS c95
    RETURN [12, r143.id, c93[0], c94[0], c95] AS v
    UNION ALL
    MATCH ()-[r147:CONTROLS]->()
    WHERE r147.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r147) AS n148
      RETURN [n148.name]
    } AS c96, COLLECT {
      WITH endNode(r147) AS n149
      RETURN [n149.name]
    } AS c97, COLLECT {
      MATCH (n150:Claim)
      WHERE n150.about = r147.id AND n150.id IS NOT NULL
      WITH *
      ORDER BY n150.id ASC LIMIT $p.a68
      RETURN [n150.id]
    } AS c98
    RETURN [13, r147.id, c96[0], c97[0], c98] AS v
    UNION ALL
    MATCH ()-[r151:BACKS]->()
    WHERE r151.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r151) AS n152
      RETURN [n152.name]
    } AS c99, COLLECT {
      WITH endNode(r151) AS n153
      RETURN [n153.name]
    } AS c100, COLLECT {
      MATCH (n154:Claim)
      WHERE n154.about = r151.id AND n154.id IS NOT NULL
      WITH *
      ORDER BY n154.id ASC LIMIT $p.a70
      RETURN [n154.id]
    } AS c101
    RETURN [14, r151.id, c99[0], c100[0], c101] AS v
    UNION ALL
    MATCH ()-[r155:MEMBER_OF]->()
    WHERE r155.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r155) AS n156
      RETURN [n156.name]
    } AS c102, COLLECT {
      WITH endNode(r155) AS n157
      RETURN [n157.name]
    } AS c103, COLLECT {
      MATCH (n158:Claim)
      WHERE n158.about = r155.id AND n158.id IS NOT NULL
      WITH *
      ORDER BY n158.id ASC LIMIT $p.a72
      RETURN [n158.id]
    } AS c104
    RETURN [15, r155.id, c102[0], c103[0], c104] AS v
    UNION ALL
    MATCH ()-[r159:SUCCEEDS]->()
    WHERE r159.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r159) AS n160
      RETURN [n160.name]
    } AS c105, COLLECT {
      WITH endNode(r159) AS n161
      RETURN [n161.name]
    } AS c106, COLLECT {
      MATCH (n162:Claim)
      WHERE n162.about = r159.id AND n162.id IS NOT NULL
      WITH *
      ORDER BY n162.id ASC LIMIT $p.a74
      RETURN [n162.id]
    } AS c107
    RETURN [16, r159.id, c105[0], c106[0], c107] AS v
    UNION ALL
    MATCH ()-[r163:BASED_IN]->()
    WHERE r163.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r163) AS n164
      RETURN [n164.name]
    } AS c108, COLLECT {
      WITH endNode(r163) AS n165
      RETURN [n165.name]
    } AS c109, COLLECT {
      MATCH (n166:Claim)
      WHERE n166.about = r163.id AND n166.id IS NOT NULL
      WITH *
      ORDER BY n166.id ASC LIMIT $p.a76
      RETURN [n166.id]
    } AS c110
    RETURN [17, r163.id, c108[0], c109[0], c110] AS v
    UNION ALL
    MATCH ()-[r167:VOICE_OF]->()
    WHERE r167.id = n100.about
    WITH *, COLLECT {
      WITH startNode(r167) AS n168
      RETURN [n168.name]
    } AS c111, COLLECT {
      WITH endNode(r167) AS n169
      RETURN [n169.name]
    } AS c112, COLLECT {
      MATCH (n170:Claim)
      WHERE n170.about = r167.id AND n170.id IS NOT NULL
      WITH *
      ORDER BY n170.id ASC LIMIT $p.a78
      RETURN [n170.id]
    } AS c113
    RETURN [18, r167.id, c111[0], c112[0], c113] AS v
  } AS c114
  RETURN [n100.about, c114[0]]
} AS c115
RETURN [c58[0], c62[0], c115[0]] AS r
