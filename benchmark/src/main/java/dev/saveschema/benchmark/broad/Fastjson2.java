package dev.saveschema.benchmark.broad;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONWriter;

/** fastjson2, which generates its readers and writers at run time. */
final class Fastjson2 implements Contender {

    @Override
    public Broad read(byte[] save) {
        return JSON.parseObject(save, Broad.class);
    }

    @Override
    public byte[] write(Broad save) {
        return JSON.toJSONBytes(save, JSONWriter.Feature.WriteNulls);
    }
}
