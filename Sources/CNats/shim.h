#pragma once
#include <stdlib.h>
#include <string.h>
#include <nats/nats.h>

// What is awkward from Swift: structures with arrays of texts and nested options (nats-io.github.io/nats.c).

/// The stream of units: work queue, files, one message a subject, a second one refused.
static inline natsStatus queue_make_stream(jsCtx *js, const char *name, const char *subjects, int64_t replicas,
                                           jsErrCode *code) {
    jsStreamConfig config;
    jsStreamInfo *info = NULL;
    const char *list[1] = {subjects};
    natsStatus status = js_GetStreamInfo(&info, js, name, NULL, code);
    if (status == NATS_OK) {
        jsStreamInfo_Destroy(info);
        return status;
    }
    if (status != NATS_NOT_FOUND) return status;
    jsStreamConfig_Init(&config);
    config.Name = name;
    config.Subjects = list;
    config.SubjectsLen = 1;
    config.Retention = js_WorkQueuePolicy;
    config.Storage = js_FileStorage;
    config.Discard = js_DiscardNew;
    config.MaxMsgsPerSubject = 1;
    config.DiscardNewPerSubject = true;
    config.Duplicates = 2000000000; // 2 s: the store decides what is done twice, not the broker
    config.Replicas = replicas;
    return js_AddStream(NULL, js, &config, NULL, code);
}

/// A durable pull consumer that all workers share. Redelivery is without end: the store counts attempts.
static inline natsStatus queue_subscribe(natsSubscription **subscription, jsCtx *js, const char *stream,
                                         const char *durable, const char *filter, int64_t ack_wait_ms, jsErrCode *code) {
    jsConsumerConfig config;
    jsSubOptions options;
    natsStatus status;
    jsConsumerConfig_Init(&config);
    config.Durable = durable;
    config.FilterSubject = filter;
    config.AckPolicy = js_AckExplicit;
    config.AckWait = ack_wait_ms * 1000000;
    config.MaxDeliver = -1;
    config.MaxAckPending = 10000;
    config.MaxWaiting = 4096;
    status = js_AddConsumer(NULL, js, stream, &config, NULL, code);
    if (status != NATS_OK) return status;
    jsSubOptions_Init(&options);
    options.Stream = stream;
    options.Consumer = durable;
    return js_PullSubscribe(subscription, js, filter, durable, NULL, &options, code);
}

/// One message, or NATS_TIMEOUT.
static inline natsStatus queue_fetch(natsMsg **message, natsSubscription *subscription, int64_t timeout_ms,
                                     jsErrCode *code) {
    natsMsgList list;
    natsStatus status;
    memset(&list, 0, sizeof list);
    status = natsSubscription_Fetch(&list, subscription, 1, timeout_ms, code);
    if (status == NATS_OK && list.Count > 0) {
        *message = list.Msgs[0];
        list.Msgs[0] = NULL;
    } else if (status == NATS_OK) {
        status = NATS_TIMEOUT;
    }
    natsMsgList_Destroy(&list);
    return status;
}

static inline natsStatus queue_publish(jsCtx *js, const char *subject, const char *text, int64_t wait_ms,
                                       jsErrCode *code) {
    jsPubOptions options;
    jsPubOptions_Init(&options);
    options.MsgId = text;
    options.MaxWait = wait_ms;
    return js_Publish(NULL, js, subject, text, (int)strlen(text), &options, code);
}

/// Messages that the stream holds.
static inline natsStatus queue_depth(uint64_t *count, jsCtx *js, const char *name, jsErrCode *code) {
    jsStreamInfo *info = NULL;
    natsStatus status = js_GetStreamInfo(&info, js, name, NULL, code);
    if (status == NATS_OK) {
        *count = info->State.Msgs;
        jsStreamInfo_Destroy(info);
    }
    return status;
}
